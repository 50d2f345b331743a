/** On paper: the link that opens what is printed. It is made when the page is printed. */
import { useEffect, useRef } from 'react';
import { linkFor } from '../state/address.ts';
import { useCreaseStore } from '../live/use-store.ts';
import './printed-link.css';

export function PrintedLink() {
  const store = useCreaseStore();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const write = () => {
      const url = new URL(location.href);
      url.hash = linkFor(store.getState());
      if (line.current) line.current.textContent = url.href;
    };
    window.addEventListener('beforeprint', write);
    return () => window.removeEventListener('beforeprint', write);
  }, [store]);
  return <p ref={line} className="printed-link" aria-hidden="true" />;
}
