import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/flow/ports/event-store.ts';
import { muster, office } from './stand-ins.ts';

describe('what was typed', () => {
  test('that is no command ends with 2 and the nearest one', async () => {
    expect(await muster('statsu')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean status?') });
    expect(await muster('export r1 --format pdf')).toMatchObject({ code: 2 });
    expect(await muster('verify')).toMatchObject({ code: 2, err: expect.stringContaining('--database') });
    expect(await muster('preview')).toMatchObject({ code: 2 });
  });

  test('asks for help and gets it, exit codes included', async () => {
    const { code, out } = await muster('--help');
    expect(code).toBe(0);
    expect(out).toContain('3  the database, or the running Muster, could not be reached');
    expect(out).toContain('doctor');
  });
});

describe('a failure', () => {
  const failing = (error: Error) => ({ office: office({ reviews: () => Promise.reject(error) }) });

  test('that is known is one sentence', async () => {
    const error = new StoreUnavailable('The database cannot be reached.');
    expect(await muster('reviews', failing(error))).toEqual({
      code: 3,
      out: '',
      err: 'The database cannot be reached.\n',
    });
  });

  test('that is a bug shows no stack, and says how to get one', async () => {
    const told = await muster('reviews', failing(new TypeError('x is not a function')));
    expect(told).toMatchObject({ code: 3, err: expect.stringContaining('LOG_LEVEL=debug') });
    expect(told.err).not.toContain('    at ');
    const debugged = await muster('reviews', { ...failing(new TypeError('x')), env: { LOG_LEVEL: 'debug' } });
    expect(debugged.err).toContain('    at ');
  });

  test('of the configuration tells every problem, and changes nothing', async () => {
    const { code, err } = await muster('reviews', { env: { PORT: 'x', MUSTER_DEM: 'on' } });
    expect(code).toBe(1);
    expect(err).toContain('PORT: ');
    expect(err).toContain('Did you mean MUSTER_DEMO?');
    expect(err).toContain('2 problems were found, and nothing was changed.');
  });
});

describe('serve', () => {
  test('refuses without a chat platform, says why, and never begins', async () => {
    const told = await muster('serve', { env: { NODE_ENV: 'production', MUSTER_DEMO: '' } });
    expect(told.code).toBe(1);
    expect(told.err).toContain('No chat platform is set up');
    expect(told.err).toContain('Muster was not started.');
  });
});

describe('opening', () => {
  test('shows what would happen and opens nothing where nobody can be asked', async () => {
    const opens: string[] = [];
    const watched = office({
      open: async (program) => ({ id: String(opens.push(program)), programId: 'p1', sentence: '' }),
    });
    const told = await muster('open p1', { office: watched });
    expect(told).toMatchObject({ code: 2, out: expect.stringContaining('Security review') });
    expect(await muster('open p1', { office: watched, terminal: { confirm: async () => false } })).toMatchObject({
      code: 1,
    });
    expect(opens).toEqual([]);
    expect(await muster('open p1', { office: watched, terminal: { confirm: async () => true } })).toMatchObject({
      code: 0,
    });
    expect(await muster('open p1 --yes', { office: watched })).toMatchObject({ code: 0 });
    expect(opens).toEqual(['p1', 'p1']);
  });

  test('a refusal ends with 1 and its sentence', async () => {
    expect(await muster('open other --yes')).toMatchObject({ code: 1, err: 'There is none of that name.\n' });
    expect(await muster('preview other')).toMatchObject({ code: 1 });
    expect(await muster('status other')).toMatchObject({ code: 1 });
    expect(await muster('export other')).toMatchObject({ code: 1, out: '' });
  });
});

describe('what is printed', () => {
  test('for programs is an array of objects with an id', async () => {
    for (const typed of [
      'reviews --json',
      'status --json',
      'preview p1 --json',
      'doctor --json',
      'open p1 --yes --json',
    ]) {
      const { code, out } = await muster(typed);
      expect(code, typed).toBe(0);
      for (const row of JSON.parse(out)) expect(row, typed).toHaveProperty('id');
    }
    expect(JSON.parse((await muster('preview p1 --json')).out)).toMatchObject([
      { id: 'a.one', programId: 'p1', section: 'a', text: 'Is it so?' },
    ]);
  });

  test('for people lines up, and steers no terminal', async () => {
    const { out } = await muster('status');
    expect(out).not.toContain('\u001b');
    expect(out).toContain('1 of 2 answered: 1 meets');
    expect(out).toContain('Security review (demo)');
    expect(out).toMatchInlineSnapshot(`
      "Security review (demo)
      r1 · open · due Fri 4 Dec · closes Fri 18 Dec
      Production, 2026-08-23 to 2026-11-22

      1 of 2 answered: 1 meets, 0 falls short, 0 to be judged, 0 informational, 1 unanswered
      Record: 3 events, ending in aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa

      Section  Answered  Falls short  To be judged  Accountable
      Access     1 of 2            ·             ·  Anna

      Owner                Answered
      Anna  [31mLindqvist    1 of 2

      Next               Europe/Stockholm
      Mon 23 Nov, 09:00  Anna is reminded.

      Owner changed  Now   The file says
      a.one          Vera  nobody
      "
    `);
  });

  test('has colour only where somebody sees it', async () => {
    expect((await muster('doctor', { terminal: { colour: true } })).out).toContain('\u001b[');
    expect((await muster('doctor')).out).not.toContain('\u001b[');
  });
});

describe('long work', () => {
  test('shows progress where somebody looks, and only there', async () => {
    expect(await muster('rebuild', { terminal: { live: true } })).toMatchObject({
      err: expect.stringContaining('100 %'),
    });
    expect(await muster('rebuild')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('3 streams') });
  });

  test('that finds a broken chain ends with 1', async () => {
    const broken = office({
      async *verifyDatabase() {
        yield { done: 2, of: 2 };
        yield { wrong: 'It was changed after it was written.', stream: 'review r1', version: 7 };
      },
    });
    const told = await muster('verify --database', { office: broken });
    expect(told).toMatchObject({ code: 1, out: '' });
    expect(told.err).toContain('review r1, event 7: It was changed after it was written.');
    expect(await muster('verify --database')).toMatchObject({ code: 0, out: expect.stringContaining('2 chains') });
  });
});
