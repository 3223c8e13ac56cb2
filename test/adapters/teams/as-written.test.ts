/** What people write in Teams is read as they wrote it: Teams draws only a break and a space that cannot break. */
import { expect, it } from 'vitest';
import { pieces, runs } from '../../../src/adapters/teams/text.ts';
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
