// npm run --silent train: the training engine as a command.
import { runCommand } from './command.mjs';

await runCommand('train');
