/** Slack, whole: how requests come in, how messages go out, and what is still missing. */
import type { Router } from 'express';
import type { Instant } from '../../domain/time/instant.ts';
import type { Desk } from '../../flow/desk.ts';
import type { Finding } from '../../flow/office-rows.ts';
import type { Messenger } from '../../flow/ports/messenger.ts';
import { accounts } from './accounts.ts';
import { app, wayIn } from './app.ts';
import { askSlack } from './asking.ts';
import { channels } from './channels.ts';
import { clients } from './clients.ts';
import type { Looking } from './finding.ts';
import { findings } from './findings.ts';
import { type Identity, remember, remembered } from './identity.ts';
import type { Kit } from './kit.ts';
import { slackMessenger } from './messenger.ts';
import { newestInTurn } from './newest-in-turn.ts';
import type { SlackOptions } from './options.ts';
import { withCommand } from './own-command.ts';
import { underWay } from './under-way.ts';

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

type State = {
  /** A terminal's process looks only. */
  serving: boolean;
  begun: boolean;
  listening: boolean;
  closed: boolean;
  /** A request that Slack signed. */
  lastCame: Instant | undefined;
  stopAsking: () => Promise<void>;
};

export function slack(options: SlackOptions): Slack {
  const kit = kitOf(options);
  const state: State = {
    serving: false,
    begun: false,
    listening: false,
    closed: false,
    lastCame: undefined,
    stopAsking: async () => {},
  };
  const reached = () => {
    if (state.lastCame === undefined)
      options.log.info({}, 'The first signed request from Slack since this start came.');
    state.lastCame = options.clock.now();
  };
  const way = wayIn(options, { isOpen: () => state.listening, reached });

  /** Whether Slack lets us in is asked while that is in doubt, and no longer. */
  async function ask(desk: Desk): Promise<void> {
    const identity = await introduced(kit);
    if (identity && !state.closed && !state.begun) listen(desk, identity);
  }

  function listen(desk: Desk, identity: Identity): void {
    state.begun = true;
    const bolt = app(way, { ...kit, desk: withCommand(desk, options.command), identity });
    const listening = () => {
      state.listening = true;
      options.log.info({ team: identity.team, by: way.router ? 'http' : 'socket' }, 'Slack is connected.');
    };
    // Over HTTP the one server listens for us. A socket may take its time, and nobody waits for it.
    if (way.socket) way.socket.keepOpen(bolt, listening);
    else listening();
  }

  return {
    ...(way.router && { router: way.router }),
    messenger: slackMessenger(kit),
    async start(desk) {
      state.serving = true;
      state.stopAsking = kit.clock.everyMinute(async () => {
        if (!state.begun || (await isPaused(kit))) await ask(desk);
      });
      // A click needs nothing of Slack to be recorded, so what was learnt before is enough to take it.
      const before = await remembered(kit);
      if (before) listen(desk, before);
      await ask(desk);
    },
    async close() {
      state.closed = true;
      await state.stopAsking();
      await way.socket?.close();
      state.listening = false;
      await kit.underWay.ended();
    },
    findings: (looking = kit) =>
      findings(kit, looking, way.socket ? { socket: way.socket } : state.serving ? { door: state } : {}),
  };
}

function kitOf(options: SlackOptions): Kit {
  const all = clients(options);
  const now = () => Date.parse(options.clock.now());
  const known = { accounts: accounts(all, now), channels: channels(all, now) };
  return { ...options, ...known, clients: all, turns: newestInTurn(options.evenly), underWay: underWay() };
}

async function isPaused({ connections }: Kit): Promise<boolean> {
  return (await connections.paused()).some(({ platform }) => platform === 'slack');
}

/** Speaks again where Slack lets us, and waits where it does not. Undefined while it does not say who we are. */
async function introduced(kit: Kit): Promise<Identity | undefined> {
  const answer = await askSlack(kit);
  if (answer.is === 'in') {
    await remember(kit, answer.identity);
    await kit.connections.resume('slack');
    return answer.identity;
  }
  if (answer.is === 'cut off') await kit.connections.pause('slack', answer.why, kit.clock.now());
  const said = answer.is === 'cut off' ? 'Slack does not let Muster in.' : 'Slack did not say who Muster is there.';
  kit.log.error({ why: answer.why }, `${said} It is asked again every minute.`);
  return undefined;
}
