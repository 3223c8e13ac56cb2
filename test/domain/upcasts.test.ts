import { expect, test } from 'vitest';
import { openLink } from '../../src/adapters/postgres/links.ts';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { hashOf, type Link, start, verifyChain } from '../../src/domain/chain.ts';
import { reviewOf } from '../../src/domain/export/read-links.ts';
import { type Upcasts, upcastBody, upcasts, versionOf } from '../../src/domain/upcasts.ts';
import { opening } from '../support/records-scene.ts';

/** One body of each event type and version that was ever released. Never changed, only added to. */
const fixtures: readonly { type: string; v: number; body: string }[] = [
  {
    type: 'QuestionAnswered',
    v: 1,
    body: '{"answer":{"evidence":[],"note":{"seal":"aa"},"response":{"kind":"verdict","verdict":"yes"},"status":"answered"},"outcome":"meets","prompt":"access.mfa","revision":1,"type":"QuestionAnswered"}',
  },
  {
    type: 'AnswerJudged',
    v: 1,
    body: '{"outcome":"meets","prompt":"access.mfa","reason":{"seal":"aa"},"revision":1,"type":"AnswerJudged"}',
  },
  { type: 'PersonSnoozed', v: 1, body: '{"person":"p-1","type":"PersonSnoozed","until":"2026-11-30"}' },
  { type: 'ReviewCompleted', v: 1, body: '{"type":"ReviewCompleted"}' },
  { type: 'TextRedacted', v: 1, body: '{"reason":{"seal":"aa"},"seal":"bb","type":"TextRedacted"}' },
];

test.each(fixtures)('$type as version $v wrote it is read today', (fixture) => {
  const { event } = openLink('review', linkOf(fixture), new Map([['aa', 'a note']]), upcasts);
  expect(event.type).toBe(fixture.type);
});

test('every version that is older than today’s has a fixture', () => {
  for (const [type, steps] of Object.entries(upcasts)) {
    for (let v = 1; v <= steps.length; v += 1)
      expect(fixtures, `${type} ${v}`).toContainEqual(expect.objectContaining({ type, v }));
  }
});

const later: Upcasts = {
  PersonSnoozed: [
    ({ who, ...body }) => ({ ...body, person: who }),
    ({ days: _, ...body }) => ({ ...body, until: '2026-11-30' }),
  ],
};

test('an old body goes through every step since, and its bytes stay as they were hashed', () => {
  const old = linkOf({ type: 'PersonSnoozed', v: 1, body: '{"days":3,"type":"PersonSnoozed","who":"p-1"}' });
  const { event, hash } = openLink('review', old, new Map(), later);
  expect(event).toEqual({ type: 'PersonSnoozed', person: 'p-1', until: '2026-11-30' });
  expect(hash).toBe(old.hash);
  expect(verifyChain([old])).toEqual([]);
});

test('a newer body skips the steps it was written after, and new events bear the newest version', () => {
  const body = '{"days":3,"person":"p-2","type":"PersonSnoozed"}';
  expect(upcastBody({ type: 'PersonSnoozed', v: 2, body }, later)).toEqual({
    type: 'PersonSnoozed',
    person: 'p-2',
    until: '2026-11-30',
  });
  expect(versionOf('PersonSnoozed', later)).toBe(3);
  expect(versionOf('QuestionAnswered', later)).toBe(1);
});

test('an event from a newer Muster is not guessed at', () => {
  expect(() => upcastBody({ type: 'PersonSnoozed', v: 4, body: '{}' }, later)).toThrow('run a newer one');
});

function linkOf({ type, v, body }: (typeof fixtures)[number]): Link {
  const content = {
    id: 'e-1',
    stream: { kind: 'review', id: 'r-1' },
    version: 1,
    type,
    v,
    at: '2026-11-23T08:00:00.000Z',
    by: 'p-1',
    source: { via: 'workspace' },
    body,
    previous: start.hash,
  } as const;
  return { ...content, hash: hashOf(content) };
}

test('an export reads old bodies through the same steps, and so does whoever verifies it', () => {
  const { type, ...today } = opening();
  const body = canonicalJson({ ...today, heading: today.title, title: undefined, type });
  const begun = linkOf({ type, v: 1, body });
  const renamed: Upcasts = { ReviewOpened: [({ heading, ...rest }) => ({ ...rest, title: heading })] };
  expect(reviewOf([begun], new Map(), renamed)?.title).toBe(today.title);
  expect(() => reviewOf([begun], new Map(), {})).toThrow('not of a form this version knows');
});
