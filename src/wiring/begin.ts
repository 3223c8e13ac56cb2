/** From a house where nothing rings to one that people can use. */
import { setTimeout as pause } from 'node:timers/promises';
import { pruneOnce } from '../adapters/postgres/once.ts';
import { pruneUnsaved } from '../adapters/postgres/unsaved.ts';
import { frontDesk } from '../flow/front-desk.ts';
import { ring } from '../flow/ring.ts';
import { deliverDue, sweep } from '../flow/sweep.ts';
import { type Closings, closings, orClose } from './closings.ts';
import { beginDemo } from './demo.ts';
import { frontDoor } from './front-door.ts';
import type { House } from './house.ts';
import { registerPrograms } from './register-programs.ts';

export type Begun = {
  readonly url: string;
  /** First nobody gets in, then nothing new begins and what runs comes to its end. The house is for its owner to close. */
  close(): Promise<void>;
};

/** Listens last: nobody meets a server that is half begun. Whatever fails, nothing goes on ticking or listening. */
export async function begin(house: House): Promise<Begun> {
  const started = closings();
  const { ports } = house;
  return orClose(started, async () => {
    await registerPrograms(house);
    await ports.alarms.start((alarm) => ring(ports, alarm));
    const stopTicking = ports.clock.everyMinute(() => tick(house));
    started.add(() => atMost(longestTick, stopTicking()));
    await beginDemo(house);
    await sweep(ports);
    const door = await frontDoor(house);
    started.add(door.close);
    await meetChats(house, started);
    return { url: door.url, close: started.close };
  });
}

/** Last of all: whoever speaks to us from now on finds everything at work. */
async function meetChats({ chats, ports }: House, started: Closings): Promise<void> {
  const desk = frontDesk(ports);
  for (const chat of chats) {
    started.add(chat.close);
    await chat.start(desk);
  }
}

async function tick({ config, database, ports }: House): Promise<void> {
  await sweep(ports);
  if (config.demo) await deliverDue(ports);
  await pruneOnce(database);
  await pruneUnsaved(database);
}

// In milliseconds: of the thirty seconds a pod has to end, the handlers that run get fifteen after this.
const longestTick = 8_000;

async function atMost(milliseconds: number, ending: Promise<void>): Promise<void> {
  await Promise.race([ending, pause(milliseconds, undefined, { ref: false })]);
}
