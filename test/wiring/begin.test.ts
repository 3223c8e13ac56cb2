/** A house on its embedded database: what a terminal leaves untouched, and what a start that fails leaves running. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { cronCadences } from '../../src/adapters/clock/cron-cadences.ts';
import { CommandStopped } from '../../src/cli/exit-code.ts';
import { readConfig } from '../../src/config.ts';
import { begin } from '../../src/wiring/begin.ts';
import { type House, openHouse } from '../../src/wiring/house.ts';
import { officeOf } from '../../src/wiring/office.ts';
import { readiness } from '../../src/wiring/readiness.ts';
import { tinyHome } from '../cli/tiny-home.ts';
import { gate } from '../support/gate.ts';

let folder: string;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-begin-'));
  const env = { ...tinyHome(), MUSTER_DATA_DIR: folder, PORT: '0' };
  const read = await readConfig(env, { cadences: cronCadences() });
  if (!read.ok) throw new Error('The tiny home should be right.');
  house = await openHouse(read.config, pino({ level: 'silent' }));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const onRecord = async () => ({
  programs: await house.ports.readings.programs(),
  people: (await house.ports.directory.people()).size,
  record: (await house.ports.readings.record({ limit: 10 })).length,
});

test('a chat that takes nothing now is said where readiness is asked, and closes no door', async () => {
  await house.ports.connections.pause('slack', 'the app was removed from the workspace', '2026-11-23T08:00:00.000Z');
  expect(await readiness(house)).toEqual({ ready: true, sentence: expect.stringContaining('Messages to Slack wait') });
  await house.ports.connections.resume('slack');
  expect(await readiness(house)).toEqual({ ready: true });
});

describe('a terminal', () => {
  test('shows the programs of the files and puts nothing on record, until it opens one', async () => {
    const office = officeOf(house);
    const [program] = await office.programs();
    expect(program).toMatchObject({ id: 'p1', lead: { name: 'Anna' }, checklist: { prompts: 2 } });
    const preview = await office.preview('p1');
    expect(preview).toMatchObject({ opens: program?.next, people: [{ name: 'Anna', prompts: 2 }] });
    await Promise.all([office.status(), office.reviews(), office.doctor()]);
    expect(await onRecord()).toEqual({ programs: [], people: 0, record: 0 });

    expect(await office.open('p1', { account: 'somebody' })).toMatchObject({ programId: 'p1' });
    expect(await onRecord()).toMatchObject({ programs: ['p1'], people: 2 });
  });

  test('takes what is on record as it is there, whatever its files say', async () => {
    const [program] = house.config.programs;
    if (!program) throw new Error('There should be one.');
    const changed = { ...program, file: { ...program.file, title: 'Another title' } };
    const office = officeOf({ ...house, config: { ...house.config, programs: [changed] } });
    expect(await office.programs()).toMatchObject([{ title: 'Door review' }]);
    const before = await onRecord();
    expect(await office.open('p1', { account: 'somebody' })).toMatchObject({ refused: 'not possible' });
    expect((await office.programs())[0]?.title).toBe('Door review');
    expect((await onRecord()).programs).toEqual(before.programs);
  });
});

/** The same house, with the ticks that were begun and not stopped counted. */
function counting(change: Partial<House['ports']> = {}) {
  const hearts = { beating: 0 };
  const { clock } = house.ports;
  const everyMinute: typeof clock.everyMinute = (tick) => {
    const stop = clock.everyMinute(tick);
    hearts.beating += 1;
    return () => {
      hearts.beating -= 1;
      return stop();
    };
  };
  return { hearts, house: { ...house, ports: { ...house.ports, clock: { ...clock, everyMinute }, ...change } } };
}

describe('a start', () => {
  test('that fails before it listens lets nobody in', async () => {
    const port = await freePort();
    const alarms = { ...house.ports.alarms, start: () => Promise.reject(new Error('The queue is away.')) };
    const { hearts, house: failing } = counting({ alarms });
    const config = { ...house.config, port };
    await expect(begin({ ...failing, config })).rejects.toThrow('The queue is away.');
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    expect(hearts.beating).toBe(0);
  });

  test('on a port that is taken says so, is a refusal, and leaves nothing ticking', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const { hearts, house: counted } = counting();
    const config = { ...house.config, port: (taken.address() as AddressInfo).port };
    const begun = begin({ ...counted, config }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(await begun).toBeInstanceOf(CommandStopped);
    expect(await begun).toMatchObject({ code: 1, message: expect.stringContaining('is taken by another process') });
    expect(hearts.beating).toBe(0);
  });
});

test('stopping waits for the tick that runs', async () => {
  const held = gate();
  const begun = gate();
  let waiting = false;
  const programs = async () => {
    if (!waiting) return house.ports.readings.programs();
    begun.open();
    await held.passed;
    told.push('ticked');
    return [];
  };
  const told: string[] = [];
  const { house: counted } = counting({ readings: { ...house.ports.readings, programs } });
  const server = await begin(counted);
  waiting = true;
  const moved = house.demoClock?.moveTo(house.ports.clock.now());
  await begun.passed;
  const stopped = server.close().then(() => told.push('stopped'));
  held.open();
  await Promise.all([moved, stopped]);
  expect(told).toEqual(['ticked', 'stopped']);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
