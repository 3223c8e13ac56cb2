/** The whole workspace on a real port, over the world in memory: what a person, or a browser's test, plays with. */
import { Router } from 'express';
import { webServer } from '../../src/adapters/web/web-server.ts';
import { failurePage } from '../../src/adapters/workspace/failure-page.tsx';
import { workspaceMessenger } from '../../src/adapters/workspace/messenger.ts';
import { notifier } from '../../src/adapters/workspace/notifier.ts';
import { workspace } from '../../src/adapters/workspace/workspace.ts';
import { millisecondsOf, toInstant } from '../../src/domain/time/instant.ts';
import type { Desk } from '../../src/flow/desk.ts';
import type { DemoClock } from '../../src/flow/ports/clock.ts';
import { worldSpeaking } from './world.ts';

const titles: Readonly<Record<string, string>> = {
  platform: 'Platform lead',
  sre: 'SRE lead',
  dev: 'Development lead',
  security: 'Security officer',
  compliance: 'Compliance officer',
  approver: 'Head of engineering',
};

export async function playHouse({ port = 0 }: { readonly port?: number } = {}) {
  const pages = notifier();
  const told = await worldSpeaking(workspaceMessenger(pages));
  const people = [...(await told.ports.directory.people()).values()];
  await told.ports.directory.remember(
    people.map(({ id: _, ...entry }) => (titles[entry.key] ? { ...entry, title: titles[entry.key] ?? '' } : entry)),
  );
  const room = workspace({ ...told.ports, notifier: pages, desk: settling(told.desk), clock: ringing(told.clock) });
  async function settle(): Promise<void> {
    await told.until(toInstant(millisecondsOf(told.clock.now()) + 15_000));
    pages.changed();
  }
  // What an act sets off rings at once, as the queue would ring it.
  function settling(desk: Desk): Desk {
    const then = async <T>(done: Promise<T>) => {
      const outcome = await done;
      await settle();
      return outcome;
    };
    return {
      ...desk,
      record: (...act) => then(desk.record(...act)),
      submit: (...act) => then(desk.submit(...act)),
      command: (...act) => then(desk.command(...act)),
    };
  }
  function ringing(clock: DemoClock): DemoClock {
    return {
      now: clock.now,
      everyMinute: clock.everyMinute,
      moveTo: async (instant) => {
        await told.until(instant);
        await clock.moveTo(instant);
      },
    };
  }
  const server = await webServer({
    port,
    host: '127.0.0.1',
    routers: [Router(), room.router],
    ready: async () => ({ ready: true }),
    log: told.log,
    failurePage,
  });
  return {
    ...told,
    room,
    url: server.url,
    settle,
    close: async () => {
      room.close();
      await server.close();
    },
  };
}
