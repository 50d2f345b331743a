import './styles/fonts.css';
import './styles/tokens.css';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './page.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
hydrateRoot(root, <Page />);
