#!/usr/bin/env node
import { run } from './cli/run.ts';
/** The same rooms from a terminal. */
import { processTerminal } from './cli/terminal.ts';
import { rooms } from './wiring/rooms.ts';

const wired = rooms();
process.exitCode = await run(process.argv.slice(2), wired, processTerminal(wired.env));
