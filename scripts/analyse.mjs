// npm run --silent analyse: the exact engine as a command.
import { runCommand } from './command.mjs';

await runCommand('analyse');
