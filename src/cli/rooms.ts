/** What `main` hands the terminal: the same rooms, wired once. */
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import type { Office } from '../flow/office.ts';
import type { Cadences } from '../flow/ports/cadences.ts';

/** `close` lets the process end. */
export type OpenOffice = { readonly office: Office; close(): Promise<void> };

export type Rooms = {
  readonly env: Environment;
  readonly cadences: Cadences;
  /** An office over the database itself. The caller holds the data folder where the database is embedded. */
  openOffice(config: Config): Promise<OpenOffice>;
  /** Runs the server until it is told to stop; resolves with its exit code. */
  serve(config: Config): Promise<number>;
};
