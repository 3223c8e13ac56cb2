/** What people write in Teams is read as they wrote it: Teams draws only a break and a space that cannot break. */
import { expect, it } from 'vitest';
import { inputOf } from '../../../src/adapters/teams/render-field.ts';
import { clean, pieces, runs } from '../../../src/adapters/teams/text.ts';
import { answerInWords } from '../../../src/domain/card/answer-in-words.ts';

const yaml = 'rules:\r\n  - verbs: [get]\n\tresources:  [pods]\n\nSecond';
const read = 'rules:\n\u00A0\u00A0- verbs: [get]\n\u00A0\u00A0\u00A0\u00A0resources:\u00A0 [pods]\n\nSecond';

it('an answer keeps its blank lines and its indentation', () => {
  expect(runs([{ text: yaml }], 1_000).map(({ text }) => text)).toEqual([read]);
  expect(pieces([{ text: yaml }]).flatMap(({ inlines }) => inlines.map(({ text }) => text))).toEqual([read]);
});

it('a link shows the address that it opens', () => {
  const link = { text: 'https://gооgle.example/\u202Emoc' };
  const answer = {
    status: 'answered',
    response: { kind: 'verdict', verdict: 'yes' },
    evidence: [{ link, observedAt: '2026-11-23' }],
  };
  const { detail } = answerInWords(answer as Parameters<typeof answerInWords>[0], { answer: { kind: 'verdict' } });
  expect(detail.at(-1)?.[1]).toMatchObject({ text: 'https://xn--ggle-55da.example/%E2%80%AEmoc' });
});

it('a day as Teams would work it out stands there as it was typed, and comes back so', () => {
  const typed = 'Since {{DATE(2026-11-20T00:00:00Z,LONG)}} {{ .Values.day }}';
  const joined = 'Since {\u2060{DATE(2026-11-20T00:00:00Z,LONG)}} {{ .Values.day }}';
  expect([clean(typed), clean(clean(typed))]).toEqual([joined, joined]);
  const field = { id: 'since', label: typed, input: 'line', value: typed } as const;
  expect(inputOf(field, { label: 100, option: 100 })).toMatchObject({ label: joined, value: typed });
});
