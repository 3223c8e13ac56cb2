/** Wires the rooms: from configuration to everything a server or a terminal stands on. */
import { type Logger, pino } from 'pino';
import { bullmqAlarms } from '../adapters/bullmq/bullmq-alarms.ts';
import { plainCalendars } from '../adapters/calendars/plain-calendars.ts';
import { cronCadences } from '../adapters/clock/cron-cadences.ts';
import { demoClock } from '../adapters/clock/demo-clock.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import type { Database } from '../adapters/postgres/database.ts';
import { demoClockRow } from '../adapters/postgres/demo-clock-row.ts';
import { openDatabase } from '../adapters/postgres/open-database.ts';
import { postgresChecklists } from '../adapters/postgres/postgres-checklists.ts';
import { postgresConnections } from '../adapters/postgres/postgres-connections.ts';
import { postgresConversations } from '../adapters/postgres/postgres-conversations.ts';
import { postgresDirectory } from '../adapters/postgres/postgres-directory.ts';
import { postgresEventStore } from '../adapters/postgres/postgres-event-store.ts';
import { postgresMessages } from '../adapters/postgres/postgres-messages.ts';
import { postgresPacing } from '../adapters/postgres/postgres-pacing.ts';
import { postgresReadings } from '../adapters/postgres/postgres-readings.ts';
import { workspaceMessenger } from '../adapters/workspace/messenger.ts';
import { type Notifier, notifier } from '../adapters/workspace/notifier.ts';
import type { Config } from '../config/config.ts';
import type { Alarms } from '../flow/ports/alarms.ts';
import type { Clock, DemoClock } from '../flow/ports/clock.ts';
import type { Ports } from '../flow/ports.ts';
import { announcing } from './announcing.ts';
import { type Chat, chatsOf } from './chats.ts';

export type House = {
  readonly config: Config;
  readonly database: Database;
  readonly ports: Ports;
  readonly chats: readonly Chat[];
  /** Tells open pages that something changed. */
  readonly pages: Notifier;
  /** Present in a demo: the clock that may be set forward. */
  readonly demoClock?: DemoClock;
  readonly log: Logger;
  close(): Promise<void>;
};

/** Opens everything and writes nothing: what the program files say is taken on record by whoever serves. Nothing rings, nobody listens. */
export async function openHouse(config: Config, log: Logger = logOf(config)): Promise<House> {
  const database = await openDatabase(config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir });
  try {
    return await furnish(config, database, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function furnish(config: Config, database: Database, log: Logger): Promise<House> {
  const demo = config.demo ? await demoClock(demoClockRow(database), log) : undefined;
  const clock = demo ?? systemClock(log);
  const alarms = await alarmsOf(config, database, clock, log);
  const pages = notifier();
  const rooms = {
    store: announcing(postgresEventStore(database), pages.changed),
    readings: postgresReadings(database),
    messages: postgresMessages(database),
    checklists: postgresChecklists(database),
    directory: postgresDirectory(database),
    alarms,
    clock,
    cadences: cronCadences(),
    calendars: plainCalendars(),
    pacing: postgresPacing(database),
    connections: postgresConnections(database),
    log,
  };
  const chats = await chatsOf(config, { ...rooms, conversations: postgresConversations(database) });
  const messengers = [...(demo ? [workspaceMessenger(pages)] : []), ...chats.map(({ messenger }) => messenger)];
  const ports: Ports = { ...rooms, messengers: new Map(messengers.map((one) => [one.platform, one])) };
  const close = async () => {
    await alarms.close();
    await database.close();
  };
  return { config, database, ports, chats, pages, log, close, ...(demo && { demoClock: demo }) };
}

function alarmsOf(config: Config, { pool, pglite }: Database, clock: Clock, log: Logger): Promise<Alarms> {
  const { redisUrl, databaseUrl } = config;
  if (redisUrl) return bullmqAlarms({ redisUrl }, { clock, log });
  if (databaseUrl) return bullmqAlarms({ databaseUrl }, { clock, log });
  if (!pglite) throw new Error('Without DATABASE_URL the database is embedded.');
  return bullmqAlarms({ pool, pglite }, { clock, log });
}

/** Lines of JSON on standard error: standard output is for what a person asked for. */
export function logOf({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: null }, pino.destination({ dest: 2, sync: false }));
}
