/** `npm start`: the server, wired and started; what the terminal calls `muster serve`. */
import { run } from './cli/run.ts';
import { processTerminal } from './cli/terminal.ts';
import { rooms } from './wiring/rooms.ts';

const wired = rooms();
process.exitCode = await run(['serve'], wired, processTerminal(wired.env));
