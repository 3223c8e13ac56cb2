/** A terminal that remembers what was written, and an office that knows one small program. */

import type { Rooms } from '../../src/cli/rooms.ts';
import { run } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Office } from '../../src/flow/office.ts';
import type { Preview, ProgramRow, StatusReport } from '../../src/flow/office-rows.ts';
import { fiveFields } from '../config/support.ts';
import { exportedReview } from '../support/exported-review.ts';
import { tinyHome } from './tiny-home.ts';

export const at = '2026-11-23T08:00:00.000Z';
/** Monday for Auckland, Sunday for UTC. */
const openedAt = '2026-11-22T20:00:00.000Z';
const anna = { id: 'p1', name: 'Anna \u001b[31mLindqvist' };
const unknown = { refused: 'unknown', sentence: 'There is none of that name.' } as const;
const dates = { due: '2026-12-04', deadline: '2026-12-18' } as const;

export const preview: Preview = {
  id: 'r1-preview',
  programId: 'p1',
  title: 'Security review',
  scope: 'Production',
  demo: false,
  zone: 'Europe/Stockholm',
  period: { from: '2026-08-23', to: '2026-11-22' },
  opens: at,
  ...dates,
  lead: anna,
  approvers: [anna],
  people: [{ ...anna, zone: 'Asia/Kolkata', prompts: 1, minutes: 3, hears: [at] }],
  paused: [],
  prompts: [
    {
      id: 'a.one',
      programId: 'p1',
      section: 'a',
      sectionTitle: 'Access',
      text: 'Is it so?',
      severity: 'high',
      minutes: 3,
      owner: anna,
      asked: 'first review',
    },
  ],
};

const tally = {
  asked: 2,
  answered: 1,
  meets: 1,
  fallsShort: 0,
  toBeJudged: 0,
  informational: 0,
  unanswered: 1,
  stillValid: 0,
};
export const report: StatusReport = {
  ...tally,
  id: 'r1',
  programId: 'p1',
  title: 'Security review',
  scope: 'Production',
  period: preview.period,
  zone: 'Europe/Stockholm',
  demo: true,
  status: 'open',
  openedAt: at,
  ...dates,
  sections: [{ ...tally, id: 'a', title: 'Access', accountable: 'Anna' }],
  people: [{ ...anna, asked: 2, answered: 1 }],
  next: [{ at, sentence: 'Anna is reminded.' }],
  drift: [{ prompt: 'a.one', now: 'Vera' }],
  uncertain: [],
  paused: [],
  head: { version: 3, hash: 'a'.repeat(64) },
};

const now = '2026-11-25T14:15:00.000Z';

const programRow: ProgramRow = {
  id: 'p1',
  programId: 'p1',
  title: 'Security review',
  scope: 'Production',
  checklist: { id: 'doors', version: '1.0.0', prompts: 2 },
  cadence: { cron: '0 9 1 * *', zone: 'Pacific/Auckland' },
  lead: anna,
  demo: true,
  next: at,
  reviews: [],
};

export function office(change: Partial<Office> = {}): Office {
  return {
    programs: async () => [programRow],
    preview: async (program, opens) =>
      program === 'p1' ? { ...preview, ...(opens === 'now' && { opens: now }) } : unknown,
    open: async (program) =>
      program === 'p1' ? { id: 'r1', programId: 'p1', sentence: 'The review is open.' } : unknown,
    reviews: async () => [
      {
        id: 'r1',
        programId: 'p1',
        title: 'Security review',
        status: 'open',
        openedAt,
        ...dates,
        asked: 2,
        answered: 1,
        demo: true,
      },
    ],
    status: async (about) => (about === undefined || about === 'r1' ? [report] : unknown),
    exportReview: async (review) => (review === 'r1' ? linesOf(await exported()) : unknown),
    async *verifyDatabase() {
      yield { done: 1, of: 2 };
      yield { done: 2, of: 2 };
    },
    async *rebuild() {
      yield { done: 3, of: 3 };
    },
    doctor: async () => [{ id: 'database', state: 'ok', sentence: 'It answers.' }],
    ...change,
  } satisfies Office;
}

const home = tinyHome();
/** One record for all, since ids and salts are never twice the same. */
const exported = once(exportedReview);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split(/(?<=\n)/);
}

type Asked = { readonly office?: Office; readonly env?: Rooms['env']; readonly terminal?: Partial<Terminal> };

/** Runs a command over a database server that is never reached, since the office is a stand-in. */
export async function muster(typed: string, { office: theirs = office(), env = {}, terminal = {} }: Asked = {}) {
  let out = '';
  let err = '';
  const rooms: Rooms = {
    env: { DATABASE_URL: 'postgres://localhost/none', ...home, ...env },
    cadences: fiveFields,
    openOffice: async () => ({ office: theirs, close: async () => undefined }),
    serve: async () => 0,
  };
  const code = await run(typed === '' ? [] : typed.split(' '), rooms, {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    width: 100,
    colour: false,
    live: false,
    confirm: undefined,
    ...terminal,
  });
  return { code, out, err };
}
