import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../src/domain/chain.ts';
import { verifyExport } from '../../../src/domain/export/verify-export.ts';
import { exportedReview, spoken } from '../../support/exported-review.ts';

const text = await exportedReview();
const bytes = utf8ToBytes(text);
const lines = text.trimEnd().split('\n');
const verdict = (written: string, head?: string) => verifyExport(utf8ToBytes(written), head).problems;
const ofKind = (kind: string) => lines.filter((line) => JSON.parse(line).kind === kind);

/** What somebody would do who changes a line and computes the last one anew. */
function resealed(changed: readonly string[]): string {
  const all = `${changed.slice(0, -1).join('\n')}\n`;
  return `${all}${JSON.stringify({ kind: 'end', sha256: bytesToHex(sha256(utf8ToBytes(all))) })}\n`;
}
const without = (line: string | undefined) => resealed(lines.filter((each) => each !== line));
const replaced = (line: string | undefined, by: (value: string) => string) =>
  resealed(lines.map((each) => (each === line ? by(each) : each)));

describe('an export', () => {
  test('verifies as it was written, and shows where its chain stands', () => {
    const { problems, header, counts } = verifyExport(bytes);
    expect(problems).toEqual([]);
    expect(header).toMatchObject({ review: 'r1', scope: 'Production', demo: false, head: { version: 6 } });
    expect(counts).toEqual({ events: 6, texts: 4, deliveries: 2 });
  });

  test('holds every answer, also superseded ones and those nobody gave, but not what was redacted', () => {
    const answers = ofKind('answer').map((line) => JSON.parse(line));
    expect(answers.map(({ prompt, revision, state, current }) => [prompt, revision, state, current])).toEqual([
      ['a.one', 1, 'answered', false],
      ['a.one', 2, 'answered', true],
      ['a.two', 1, 'answered', true],
      ['b.one', 1, 'not applicable', true],
      ['b.two', 0, 'not answered', true],
    ]);
    expect(answers[1].answer.response.detail.text).toBe(spoken);
    expect(text).not.toContain('whiteboard');
  });

  test('ends with the SHA-256 of all before', () => {
    const end = text.lastIndexOf('\n', text.length - 2) + 1;
    expect(JSON.parse(text.slice(end)).sha256).toBe(bytesToHex(sha256(utf8ToBytes(text.slice(0, end)))));
  });

  test('with any byte changed does not verify', () => {
    const flip = fc.record({ at: fc.nat(bytes.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(flip, ({ at, by }) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ by;
        return verifyExport(changed).problems.length > 0;
      }),
      { numRuns: 1000 },
    );
  });

  test('cut off anywhere, or with something after it, does not verify', () => {
    fc.assert(fc.property(fc.nat(bytes.length - 1), (end) => verifyExport(bytes.slice(0, end)).problems.length > 0));
    expect(verdict(`${text}\n`)).not.toEqual([]);
    expect(verdict(text + text)).not.toEqual([]);
  });

  test('with a text missing and no redaction does not verify, whatever its last line says', () => {
    for (const line of ofKind('text')) expect(verdict(without(line)).join()).toMatch(/is missing, and no event says/);
  });

  test('with a text missing and a redaction feigned in another stream does not verify', () => {
    const missing = ofKind('text')[0];
    const { seal } = JSON.parse(missing ?? '');
    const { link: real } = JSON.parse(ofKind('event').at(-1) ?? '');
    const { hash: _, ...told } = { ...real, stream: { kind: 'program', id: 'elsewhere' }, type: 'TextRedacted' };
    const body = JSON.stringify({ reason: { seal }, seal, type: 'TextRedacted' });
    const link = { ...told, body, hash: hashOf({ ...told, body }) };
    const feigned = JSON.stringify({ kind: 'redaction', link });
    const changed = lines.map((line) => (line === missing ? feigned : line));
    expect(verdict(resealed(changed))).toContainEqual(expect.stringContaining(seal.slice(0, 8)));
  });

  test('with another text under a seal does not verify', () => {
    for (const line of ofKind('text')) {
      const changed = replaced(line, (value) => value.replace('"text":"', '"text":"Not '));
      expect(verdict(changed).join()).toMatch(/is not the text that was sealed/);
    }
  });

  test.each(['export', 'checklist', 'event', 'answer'])('with a line "%s" left out does not verify', (kind) => {
    for (const line of ofKind(kind)) expect(verdict(without(line))).not.toEqual([]);
  });

  test('with a changed event, delivery, answer, checklist or header does not verify, whatever its last line says', () => {
    const change: Record<string, (line: string) => string> = {
      event: (line) => line.replace('2026-11-23', '2026-11-22'),
      delivery: (line) => line.replace('"by":"muster"', '"by":"nobody"'),
      answer: (line) => line.replace(/"severity":"high"/, '"severity":"low"'),
      checklist: (line) => line.replace('Is a.one so?', 'Is a.one not so?'),
      export: (line) => line.replace('"demo":false', '"demo":true'),
    };
    for (const [kind, by] of Object.entries(change)) {
      for (const line of ofKind(kind)) {
        expect(by(line)).not.toBe(line);
        expect(verdict(replaced(line, by))).not.toEqual([]);
      }
    }
  });

  test('is held against the hash a closing message showed', () => {
    const hash = JSON.parse(ofKind('event')[3] ?? '').link.hash;
    expect(verdict(text, hash)).toEqual([]);
    expect(verdict(text, 'f'.repeat(64)).join()).toMatch(/nowhere in the chain/);
  });

  test('of anything at all gives a verdict and never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (junk) => verifyExport(junk).problems.length > 0));
    const line = fc.constantFrom(...lines, '{"kind":"end"}', 'null', '');
    fc.assert(fc.property(fc.array(line), (some) => void verdict(some.join('\n'))));
  });
});

test('a demo’s export says that it is one', async () => {
  expect(JSON.parse((await exportedReview({ demo: true })).split('\n')[0] ?? '')).toMatchObject({ demo: true });
});
