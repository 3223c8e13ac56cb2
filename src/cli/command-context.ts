/** What every command is given. */
import type { Rooms } from './rooms.ts';
import type { Style } from './style.ts';
import type { Terminal } from './terminal.ts';

export type Context = { readonly terminal: Terminal; readonly style: Style; readonly rooms: Rooms };

/** Runs a command for its exit code. */
export type Run = (command: (context: Context) => Promise<number>) => Promise<void>;
