import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import {
  hashOf,
  type Link,
  redactedBy,
  sealOf,
  sealsIn,
  start,
  verifyChain,
  verifySeals,
} from '../../src/domain/chain.ts';

const salt = '00'.repeat(32);
const seal = sealOf(salt, 'Anna has the key');

test('a chain verifies as it was forged, whole or from any place on', () => {
  const links = forge(4);
  expect(verifyChain(links)).toEqual([]);
  expect(verifyChain(links.slice(2), links[1])).toEqual([]);
});

test('law 4: any byte changed in any event does not verify', () => {
  const links = forge(3);
  const lines = links.map((link) => JSON.stringify(link));
  const anywhere = fc.nat(lines.length - 1).chain((line) =>
    fc.record({
      line: fc.constant(line),
      at: fc.nat((lines[line] ?? '').length - 1),
      to: fc.integer({ min: 32, max: 126 }),
    }),
  );
  fc.assert(
    fc.property(anywhere, ({ line, at, to }) => {
      const before = lines[line] ?? '';
      const after = before.slice(0, at) + String.fromCharCode(to) + before.slice(at + 1);
      const changed = parse(after);
      // Bytes that mean the same, as none here do, would be no change; what is no JSON any more is refused by the reader.
      fc.pre(changed !== undefined && after !== before && JSON.stringify(changed) !== before);
      expect(verifyChain(links.map((link, index) => (index === line ? changed : link)) as Link[])).not.toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test('an event left out, doubled or moved does not verify', () => {
  const [one, two, three] = forge(3) as [Link, Link, Link];
  for (const links of [
    [one, three],
    [two, three],
    [one, two, two, three],
    [one, three, two],
  ]) {
    expect(verifyChain(links)).not.toEqual([]);
  }
});

test('a chain forged anew from a changed event has another head', () => {
  const links = forge(3);
  const anew = forge(3, 'no');
  expect(verifyChain(anew)).toEqual([]);
  expect(anew.at(-1)?.hash).not.toBe(links.at(-1)?.hash);
});

test('an event dated before its predecessor does not verify', () => {
  const [one] = forge(1) as [Link];
  const early = link(2, one.hash, { type: 'Said', note: 'x' }, '2020-01-01T00:00:00.000Z');
  expect(verifyChain([one, early]).map(({ sentence }) => sentence)).toEqual([
    'It is dated before the event before it.',
  ]);
});

test('a text fits its seal, or was redacted and is gone; anything else does not verify', () => {
  const text = { seal, salt, text: 'Anna has the key' };
  const sentences =
    (...texts: (typeof text)[]) =>
    (redacted: string[]) =>
      verifySeals([seal], new Map(texts.map((one) => [one.seal, one])), new Set(redacted)).map(
        ({ sentence }) => sentence,
      );
  expect(sentences(text)([])).toEqual([]);
  expect(sentences()([seal])).toEqual([]);
  expect(sentences()([])[0]).toMatch('missing');
  expect(sentences(text)([seal])[0]).toMatch('still there');
  expect(sentences({ ...text, text: 'Bo has the key' })([])[0]).toMatch('not the text that was sealed');
  expect(sentences({ ...text, salt: 'no hex' })([])[0]).toMatch('not the text that was sealed');
});

test('seals are found wherever they stand, and a redaction’s own seal is not taken for words', () => {
  const body = canonicalJson({ type: 'TextRedacted', seal, reason: { seal: 'aa' }, list: [{ deep: { seal: 'bb' } }] });
  expect([...sealsIn(body)].sort()).toEqual(['aa', 'bb']);
  expect(redactedBy({ type: 'TextRedacted', body })).toBe(seal);
  expect(redactedBy({ type: 'QuestionAnswered', body })).toBeUndefined();
  expect(sealsIn('no json').size).toBe(0);
});

function forge(count: number, verdict = 'yes'): readonly Link[] {
  const links: Link[] = [];
  for (let version = 1; version <= count; version += 1) {
    const event = { type: 'Said', verdict, note: { seal } };
    links.push(link(version, links.at(-1)?.hash ?? start.hash, event, `2026-11-23T08:00:0${version}.000Z`));
  }
  return links;
}

function link(version: number, previous: string, event: object, at: string): Link {
  const content = {
    id: `e-${version}`,
    stream: { kind: 'review', id: 'r-1' },
    version,
    type: 'Said',
    v: 1,
    at,
    by: 'p-anna',
    source: { via: 'slack', ref: 'C1/1.2' },
    body: canonicalJson(event),
    previous,
  } as const;
  return { ...content, hash: hashOf(content) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
