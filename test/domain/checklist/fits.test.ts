import { describe, expect, it } from 'vitest';
import type { AnswerKind } from '../../../src/domain/checklist/answer-kind.ts';
import { fits } from '../../../src/domain/checklist/fits.ts';
import type { Answer, Response } from '../../../src/domain/checklist/response.ts';

const words = (text: string | null) => ({ text });
const long = words('x'.repeat(4_001));
const answered = (response: Response): Answer => ({ status: 'answered', response, evidence: [] });
const fieldsOf = (kind: AnswerKind, response: Response) =>
  fits({ answer: kind }, answered(response)).map(({ field }) => field);

const choose = (choose: 'one' | 'many'): AnswerKind => ({
  kind: 'choices',
  choose,
  other: 'other',
  options: [
    { id: 'a', label: 'A' },
    { id: 'other', label: 'Other' },
  ],
});
const parts: AnswerKind = {
  kind: 'parts',
  parts: [
    { id: 'policy', label: 'The policy', answer: { kind: 'text' }, optional: false },
    { id: 'minimum', label: 'The shortest time', answer: { kind: 'duration' }, optional: false },
    { id: 'why', label: 'Why', answer: { kind: 'text' }, optional: true },
  ],
};
const text: AnswerKind = { kind: 'text' };
const number: AnswerKind = { kind: 'number', unit: 'people' };
const duration: AnswerKind = { kind: 'duration' };
const list: AnswerKind = { kind: 'list', entry: 'a thing' };

describe('an answer fits its prompt', () => {
  it.each<[string, AnswerKind, Response]>([
    ['a verdict', { kind: 'verdict' }, { kind: 'verdict', verdict: 'partly', detail: words('most of it') }],
    ['a text', text, { kind: 'text', text: words('So it is.') }],
    ['a text that was redacted', text, { kind: 'text', text: words(null) }],
    ['one choice', choose('one'), { kind: 'choices', chosen: ['a'] }],
    ['several choices with another', choose('many'), { kind: 'choices', chosen: ['a', 'other'], other: words('ours') }],
    ['nought', number, { kind: 'number', value: 0 }],
    ['a time', duration, { kind: 'duration', value: 'P12M' }],
    ['a list', list, { kind: 'list', entries: [words('one')] }],
    [
      'all parts but an optional one',
      parts,
      {
        kind: 'parts',
        parts: { policy: { kind: 'text', text: words('p') }, minimum: { kind: 'duration', value: 'P1Y' } },
      },
    ],
  ])('%s', (_name, kind, response) => expect(fieldsOf(kind, response)).toEqual([]));
});

describe('an answer does not fit', () => {
  it.each<[string, AnswerKind, Response, string[]]>([
    ['of another kind', { kind: 'verdict' }, { kind: 'text', text: words('yes') }, ['verdict']],
    ['in parts where none are asked', text, { kind: 'parts', parts: {} }, ['text']],
    ['whole where parts are asked', parts, { kind: 'text', text: words('all') }, ['parts']],
    ['empty', text, { kind: 'text', text: words('  \n ') }, ['text']],
    ['too long', text, { kind: 'text', text: long }, ['text']],
    ['a detail too long', { kind: 'verdict' }, { kind: 'verdict', verdict: 'yes', detail: long }, ['detail']],
    ['an unknown option', choose('many'), { kind: 'choices', chosen: ['b'] }, ['chosen']],
    [
      'two where one is asked',
      choose('one'),
      { kind: 'choices', chosen: ['a', 'other'], other: words('o') },
      ['chosen'],
    ],
    ['the same twice', choose('many'), { kind: 'choices', chosen: ['a', 'a'] }, ['chosen']],
    ['nothing chosen', choose('many'), { kind: 'choices', chosen: [] }, ['chosen']],
    ['another without a name', choose('one'), { kind: 'choices', chosen: ['other'] }, ['other']],
    ['a name without another', choose('one'), { kind: 'choices', chosen: ['a'], other: words('o') }, ['other']],
    ['less than nothing', number, { kind: 'number', value: -1 }, ['value']],
    ['no number', number, { kind: 'number', value: Number.NaN }, ['value']],
    ['a number that would lose digits', number, { kind: 'number', value: 2 ** 60 }, ['value']],
    ['a time nobody lives to see', duration, { kind: 'duration', value: 'P201Y' }, ['value']],
    ['a time beyond counting', duration, { kind: 'duration', value: `P${'9'.repeat(30)}Y` }, ['value']],
    ['no entries', list, { kind: 'list', entries: [] }, ['entries']],
    ['an empty entry', list, { kind: 'list', entries: [words('a'), words('')] }, ['entries']],
    [
      'more entries than anybody reads',
      list,
      { kind: 'list', entries: Array.from({ length: 201 }, () => words('a')) },
      ['entries'],
    ],
    ['parts missing', parts, { kind: 'parts', parts: {} }, ['policy.text', 'minimum.value']],
    [
      'a part unknown',
      parts,
      {
        kind: 'parts',
        parts: {
          policy: { kind: 'text', text: words('p') },
          minimum: { kind: 'duration', value: 'P1Y' },
          x: { kind: 'text', text: words('x') },
        },
      },
      ['x'],
    ],
    [
      'a part of another kind',
      parts,
      { kind: 'parts', parts: { policy: { kind: 'number', value: 1 }, minimum: { kind: 'duration', value: 'P1Y' } } },
      ['policy.text'],
    ],
  ])('%s', (_name, kind, response, fields) => expect(fieldsOf(kind, response)).toEqual(fields));

  it.each(['not applicable', "don't know", 'declined'] as const)('%s without a reason', (status) => {
    const answer: Answer = { status, reason: words(' '), evidence: [] };
    expect(fits({ answer: text }, answer)).toEqual([{ field: 'reason', sentence: 'Say why, in a sentence.' }]);
  });

  it('evidence of a period that ends before it begins', () => {
    const evidence = [
      { link: words('https://x.example'), observedAt: '2026-01-01', period: { from: '2026-02-01', to: '2026-01-01' } },
    ];
    expect(
      fits({ answer: text }, { status: 'answered', response: { kind: 'text', text: words('t') }, evidence }),
    ).toHaveLength(1);
  });

  it('a note or an evidence link too long', () => {
    const evidence = [{ link: long, observedAt: '2026-01-01' }];
    const answer: Answer = { status: 'declined', reason: words('no'), note: long, evidence };
    expect(fits({ answer: text }, answer).map(({ field }) => field)).toEqual(['note', 'evidence']);
  });
});
