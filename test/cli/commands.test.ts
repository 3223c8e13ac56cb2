import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/flow/ports/event-store.ts';
import { folderOf, good } from '../config/support.ts';
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
    expect(out).toContain('Usage: npm run -s muster -- ');
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
  test('shows it as it would be now, and a preview as it is planned', async () => {
    expect((await muster('open p1 --yes')).out).toContain('Wed 25 Nov, 15:15 Europe/Stockholm');
    expect((await muster('preview p1')).out).toContain('Mon 23 Nov, 09:00 Europe/Stockholm');
  });

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

describe('the doctor', () => {
  test('without any setting says first that it looks at the demo, and promises nothing of one’s own', async () => {
    const env = { DATABASE_URL: '', MUSTER_PROGRAMS: '', MUSTER_DEMO: '', MUSTER_QUESTIONS: '' };
    const { code, out } = await muster('doctor', { env });
    expect(code).toBe(0);
    expect(out).toMatch(/^attention +settings +No program and no chat is set in this terminal/);
    expect(out).not.toContain('Ready for a first review');
    expect((await muster('doctor', { env: { ...env, MUSTER_DEMO: 'on' } })).out).toContain('Ready for a first review');
  });

  test('says of each mistake what is wrong, once, and of a folder no line', async () => {
    const env = { MUSTER_PROGRAMS: '/nowhere/at/all', MUSTER_DEMO: '' };
    const { code, out } = await muster('doctor --json', { env });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      { id: 'environment', state: 'problem', sentence: expect.stringMatching(/^MUSTER_PROGRAMS: There is no folder/) },
    ]);
    expect((await muster('doctor', { env })).out).toMatch(/\n1 to fix before a first review\.\n$/);
  });
});

describe('what is printed', () => {
  test('for programs is an array of objects with an id', async () => {
    for (const typed of [
      'programs --json',
      'reviews --json',
      'status --json',
      'preview p1 --json',
      'doctor --json',
      'open p1 --yes --json',
    ]) {
      const { code, out } = await muster(typed);
      expect(code, typed).toBe(0);
      const ids = JSON.parse(out).map((row: { id?: string }) => row.id);
      expect(ids.length, typed).toBeGreaterThan(0);
      expect(ids, typed).not.toContain(undefined);
      expect(new Set(ids).size, typed).toBe(ids.length);
    }
    expect(JSON.parse((await muster('programs --json')).out)).toMatchObject([{ id: 'p1', programId: 'p1' }]);
    expect(JSON.parse((await muster('preview p1 --json')).out)).toMatchObject([
      { id: 'a.one', programId: 'p1', section: 'a', text: 'Is it so?' },
    ]);
  });

  test('has ids of its own also for many mistakes and many programs', async () => {
    const one = good.replace('roles:', 'standards: [NONE]\nroles:');
    const files = await folderOf({ 'a.yaml': one, 'b.yaml': one.replace('id: clusters', 'id: others') });
    const env = { MUSTER_PROGRAMS: files, MUSTER_QUESTIONS: '', MUSTER_DEMO: '', NODE_ENV: 'production' };
    const broken = await folderOf({ 'a.yaml': good.replace('lead: anna', 'lead: nobody\nstray: 1') });
    for (const set of [env, { ...env, MUSTER_PROGRAMS: broken }, { ...env, MUSTER_PROGRAMS: '' }]) {
      const ids = JSON.parse((await muster('doctor --json', { env: set })).out).map(({ id }: { id: string }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size, ids.join()).toBe(ids.length);
    }
  });

  test('names a day in the zone it is meant in', async () => {
    const { out } = await muster('reviews');
    expect(out).toMatch(/2026-11-23 +2026-12-04 +2026-12-18 +Pacific\/Auckland/);
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

  test('counts the lines of an export as they come, unless they come on the same screen', async () => {
    async function* many() {
      for (let line = 0; line < 250; line += 1) yield `{"kind":"line","line":${line}}\n`;
    }
    const long = office({ exportReview: async () => many() });
    const live = { live: true, width: Number.POSITIVE_INFINITY };
    const { err, out } = await muster('export r1', { office: long, terminal: live });
    expect(err.match(/Exporting … \d+ lines/g)).toEqual([0, 100, 200].map((count) => `Exporting … ${count} lines`));
    expect(out.split('\n')).toHaveLength(251);
    expect((await muster('export r1', { office: long, terminal: { live: true } })).err).toBe('');
    expect((await muster('export r1', { office: long, terminal: { ...live, live: false } })).err).toBe('');
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
