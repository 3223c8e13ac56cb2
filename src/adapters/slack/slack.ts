/** Slack, whole: how requests come in, how messages go out, and what is still missing. */
import type { Router } from 'express';
import type { Desk } from '../../flow/desk.ts';
import type { Finding } from '../../flow/office-rows.ts';
import type { Messenger } from '../../flow/ports/messenger.ts';
import { accounts } from './accounts.ts';
import { app, wayIn } from './app.ts';
import { channels } from './channels.ts';
import { clients } from './clients.ts';
import { pauseIfCutOff } from './cut-off.ts';
import { failureOf } from './failures.ts';
import type { Looking } from './finding.ts';
import { findings } from './findings.ts';
import { type Identity, whoWeAre } from './identity.ts';
import type { Kit, OpenKit } from './kit.ts';
import { slackMessenger } from './messenger.ts';
import { newestInTurn } from './newest-in-turn.ts';
import type { SlackOptions } from './options.ts';
import { spaced } from './spaced.ts';

export type Slack = {
  /** Mounted on the one server, with no body parser before it. Absent in Socket Mode. */
  readonly router?: Router;
  readonly messenger: Messenger;
  /** Learns who we are and begins to listen. Goes on trying while Slack cannot be reached. */
  start(desk: Desk): Promise<void>;
  close(): Promise<void>;
  /** For the doctor: what is right, and what is still to be done, for the programs and people it looks at. */
  findings(looking?: Looking): Promise<readonly Finding[]>;
};

export function slack(options: SlackOptions): Slack {
  const kit = kitOf(options);
  const state = { listening: false, closed: false, again: undefined as NodeJS.Timeout | undefined };
  const way = wayIn(options, () => state.listening);

  async function tryToStart(desk: Desk): Promise<void> {
    const identity = await introduced(kit);
    if (state.closed) return;
    if (identity) await listen({ ...kit, desk, identity });
    else later(desk);
  }

  async function listen(open: OpenKit): Promise<void> {
    const bolt = app(way, open);
    const listening = () => {
      state.listening = true;
      options.log.info({ team: open.identity.team, by: way.router ? 'http' : 'socket' }, 'Slack is connected.');
    };
    // Over HTTP the one server listens for us. A socket may take its time, and nobody waits for it.
    if (way.router) return listening();
    void bolt.start().then(listening, (error: unknown) => {
      options.log.error({ why: failureOf(error).why }, 'Slack opens no socket for us. Check SLACK_APP_TOKEN.');
      later(open.desk);
    });
  }

  function later(desk: Desk): void {
    if (!state.closed) state.again = setTimeout(() => void tryToStart(desk), aWhile).unref();
  }

  return {
    ...(way.router && { router: way.router }),
    messenger: slackMessenger(kit),
    start: tryToStart,
    async close() {
      state.closed = true;
      clearTimeout(state.again);
      if (!way.router) await way.receiver.stop();
      state.listening = false;
    },
    findings: (looking = kit) => findings(kit, looking),
  };
}

// Whoever clicks is acknowledged first. More than people look at in a second, and a small part of one processor.
const drawings = { every: 40, burst: 25 };

/** A minute: long enough for Slack, and short enough for who waits. */
const aWhile = 60_000;

function kitOf(options: SlackOptions): Kit {
  const all = clients(options);
  const known = { accounts: accounts(all), channels: channels(all) };
  return { ...options, ...known, clients: all, turns: newestInTurn(spaced(drawings)) };
}

/** Undefined while Slack does not say who we are; the reason is told, and where it is the token's, speaking pauses. */
async function introduced(kit: Kit): Promise<Identity | undefined> {
  try {
    const identity = await whoWeAre(kit.clients);
    await kit.connections.resume('slack');
    return identity;
  } catch (error) {
    await pauseIfCutOff(kit, error);
    kit.log.error({ why: failureOf(error).why }, 'Slack does not let Muster in. It tries again every minute.');
    return undefined;
  }
}
