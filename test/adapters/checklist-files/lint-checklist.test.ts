import { describe, expect, it } from 'vitest';
import { lintChecklist } from '../../../src/adapters/checklist-files/lint-checklist.ts';
import { changed, lintOf, one, small } from './checklist-folder.ts';

describe('lint', () => {
  it('finds nothing in a sound checklist', async () => expect(await lintOf(small)).toEqual([]));
  it('looks at the prompts too where checklist.yaml is missing, and says of them only what is sure', async () => {
    const missing = 'checklist.yaml:1:1 This file cannot be read: it does not exist.';
    expect(await lintOf({ '01-one.yaml': one })).toEqual([missing]);
    const wrong = one.replace('parent: one.first', 'parent: one.second');
    expect(await lintOf({ '01-one.yaml': wrong })).toEqual([
      '01-one.yaml:18:5 The parent "one.second" does not exist.',
      missing,
    ]);
  });
  it('finds nothing in ours', async () => expect(await lintChecklist('questions/kubernetes-security')).toEqual([]));

  it.each<[string, string, string, string, string]>([
    [
      'an unknown parent',
      '01-one.yaml',
      'parent: one.first',
      'parent: one.second',
      '01-one.yaml:18:5 The parent "one.second" does not exist.',
    ],
    [
      'a sub-question without a parent',
      '01-one.yaml',
      '    parent: one.first\n',
      '',
      '01-one.yaml:15:5 The sub-question "one.first.why" needs a parent.',
    ],
    [
      'its own ancestor',
      '01-one.yaml',
      'parent: one.first',
      'parent: one.first.why',
      '01-one.yaml:18:5 "one.first.why" is its own ancestor.',
    ],
    [
      'a condition that does not exist',
      '01-one.yaml',
      'askedIf: { prompt: one.first,',
      'askedIf: { prompt: one.x,',
      '01-one.yaml:20:16 The prompt "one.x" does not exist.',
    ],
    [
      'a prompt that waits for itself',
      '01-one.yaml',
      'askedIf: { prompt: one.first,',
      'askedIf: { prompt: one.first.why,',
      '01-one.yaml:20:16 "one.first.why" waits for itself, so it would never be asked.',
    ],
    [
      'an unknown related prompt',
      '01-one.yaml',
      'good: A.',
      'related: [one.first, one.x]\n    good: A.',
      '01-one.yaml:23:26 The prompt "one.x" does not exist.',
    ],
    [
      'a prompt related to itself',
      '01-one.yaml',
      'good: Yes.',
      'related: [one.first]\n    good: Yes.',
      '01-one.yaml:8:15 "one.first" names itself.',
    ],
    [
      'a duplicate id',
      '01-one.yaml',
      'id: one.first.why',
      'id: one.first',
      '01-one.yaml:15:5 The prompt id "one.first" is used twice.',
    ],
    [
      'a duplicate number',
      '01-one.yaml',
      'number: "1.1"',
      'number: "1"',
      '01-one.yaml:17:5 The number "1" is used twice in the section "one".',
    ],
    [
      'a rule that does not fit the kind',
      '01-one.yaml',
      'answer: { kind: verdict }',
      'answer: { kind: text }',
      '01-one.yaml:7:5 A rule by verdict does not fit an answer of the kind "text".',
    ],
    [
      'an option without an outcome',
      '01-one.yaml',
      '{ a: meets, b: falls short }',
      '{ a: meets }',
      '01-one.yaml:22:5 The option "b" has no outcome.',
    ],
    [
      'an outcome without an option',
      '01-one.yaml',
      '{ a: meets, b: falls short }',
      '{ a: meets, b: falls short, c: meets }',
      '01-one.yaml:22:5 The outcome names "c", which is not one of the options.',
    ],
    [
      'a verdict without an outcome',
      '01-one.yaml',
      'partly: falls short, ',
      '',
      '01-one.yaml:7:29 "outcomes.partly" is missing.',
    ],
    [
      'a duplicate option',
      '01-one.yaml',
      '{ id: b, label: B }',
      '{ id: a, label: B }',
      '01-one.yaml:21:74 The option "a" is given twice.',
    ],
    [
      'a section without a heading',
      '01-one.yaml',
      'section: one',
      'section: three',
      '01-one.yaml:1:1 There is no heading "three" in checklist.yaml.',
    ],
    [
      'a mark without a definition',
      '01-one.yaml',
      'slow[^1]',
      'slow[^1] now[^9]',
      '01-one.yaml:5:5 The mark [^9] has no definition.',
    ],
    [
      'a definition that is not shown',
      '01-one.yaml',
      '    definitions: [slow]\n',
      '',
      '01-one.yaml:3:5 The text cites [^1], so list "slow" under definitions.',
    ],
    [
      'an unknown definition',
      '01-one.yaml',
      'definitions: [slow]',
      'definitions: [slow, quick]',
      '01-one.yaml:9:25 There is no definition "quick".',
    ],
    [
      'a duplicate section',
      'checklist.yaml',
      '{ id: two,',
      '{ id: one,',
      'checklist.yaml:11:7 The section id "one" is used twice.',
    ],
    [
      'a misspelt field',
      '01-one.yaml',
      'good: Yes.',
      'god: Yes.',
      '01-one.yaml:8:5 "prompts.god" is not known here; check the spelling.',
    ],
    ['a missing field', '01-one.yaml', '    good: Yes.\n', '', '01-one.yaml:3:5 "prompts.good" is missing.'],
    [
      'a number where text is meant',
      '01-one.yaml',
      'number: "1.1"',
      'number: 1.1',
      '01-one.yaml:17:5 "prompts.number" must be text (numbers and dates need quotes).',
    ],
    [
      'an unknown severity',
      '01-one.yaml',
      'severity: low',
      'severity: lowish',
      '01-one.yaml:12:5 "prompts.severity" must be "critical", "high", "medium", "low" or "informational".',
    ],
    [
      'an unknown kind',
      '01-one.yaml',
      'answer: { kind: verdict }',
      'answer: { kind: vote }',
      '01-one.yaml:6:15 "answer.kind" must be "verdict", "text", "choices", "number", "duration", "list" or "parts".',
    ],
    [
      'an id in capitals',
      '01-one.yaml',
      '- id: one.first\n',
      '- id: One.First\n',
      '01-one.yaml:3:5 "prompts.id" is not well formed: write it as section.name, in lower case.',
    ],
    [
      'a version without three numbers',
      'checklist.yaml',
      'version: 1.0.0',
      'version: "1.0"',
      'checklist.yaml:3:1 "version" is not well formed: write a version as 1.0.0.',
    ],
    [
      'a superseded id used again',
      'checklist.yaml',
      'sections:',
      'superseded: [{ id: one.first, since: 1.0.0 }]\nsections:',
      '01-one.yaml:3:5 The id "one.first" is superseded and cannot be used again.',
    ],
    [
      'a judgement about an id that is not there',
      '01-one.yaml',
      'minutes: 1\n  - id',
      'minutes: 1\n    controls: [{ framework: f, version: "1", ids: [a], judgement: [b] }]\n  - id',
      '01-one.yaml:15:5 "b" of f is marked as judgement and not among its ids.',
    ],
  ])('says with file and line: %s', async (_name, file, from, to, problem) => {
    expect(await lintOf(changed(file, from, to))).toContain(problem);
  });

  it('says where the YAML itself is broken', async () => {
    const [problem] = await lintOf(changed('01-one.yaml', 'text: Why?', 'text: "Why?'));
    expect(problem).toMatch(/^01-one\.yaml:\d+:\d+ .*quote/);
  });

  it('says everything at once, in the order of the files', async () => {
    const files = {
      ...changed('01-one.yaml', 'severity: low', 'severity: lowish'),
      'checklist.yaml': (small['checklist.yaml'] ?? '').replace('level: 2', 'level: 9'),
    };
    const problems = await lintOf(files);
    expect(problems.map((line) => line.split(' ')[0])).toEqual(['01-one.yaml:12:5', 'checklist.yaml:10:28']);
  });

  it('says a folder without a checklist.yaml', async () => {
    expect(await lintOf({ '01-one.yaml': one })).toEqual([
      'checklist.yaml:1:1 This file cannot be read: it does not exist.',
    ]);
  });

  it('knows thresholds and their settings', async () => {
    const rule = (setting: string, kind: string) => ({
      ...small,
      '01-one.yaml': one
        .replace('answer: { kind: verdict }', `answer: { kind: ${kind} }`)
        .replace(/outcome: \{ by: verdict.*\n/, `outcome: { by: threshold, setting: ${setting}, must: be at most }\n`)
        .replace('    askedIf: { prompt: one.first, verdict: [yes] }\n', ''),
    });
    expect(await lintOf(rule('one.time', 'duration'))).toEqual([]);
    expect(await lintOf(rule('one.tide', 'duration'))).toEqual([
      '01-one.yaml:7:5 The setting "one.tide" is not listed in checklist.yaml.',
    ]);
    expect(await lintOf(rule('one.time', 'number, unit: cats'))).toEqual([
      '01-one.yaml:7:5 The setting "one.time" is a duration, and the answer is a number.',
    ]);
  });

  it('knows parts and their rules', async () => {
    const parts = (outcome: string, extra = '') => ({
      ...small,
      '01-one.yaml': one
        .replace(
          'answer: { kind: verdict }',
          `answer: { kind: parts, parts: [{ id: x, label: X, answer: { kind: verdict } }, { id: y, label: Y, answer: { kind: text }${extra} }] }`,
        )
        .replace(/outcome: \{ by: verdict.*\n/, `outcome: ${outcome}\n`)
        .replace('    askedIf: { prompt: one.first, verdict: [yes] }\n', ''),
    });
    expect(await lintOf(parts('{ by: parts, parts: { y: { by: reviewer } } }'))).toEqual([]);
    expect(await lintOf(parts('{ by: parts, parts: { z: { by: reviewer } } }'))).toEqual([
      '01-one.yaml:7:36 There is no part "z".',
    ]);
    expect(await lintOf(parts('{ by: parts, parts: {} }'))).toEqual([
      '01-one.yaml:7:27 At least one part needs a rule.',
    ]);
    expect(await lintOf(parts('{ by: parts, parts: { y: { by: option, outcomes: {} } } }'))).toEqual([
      '01-one.yaml:7:36 A rule by option does not fit an answer of the kind "text".',
    ]);
    expect(await lintOf(parts('{ by: option, outcomes: {} }'))).toEqual([
      '01-one.yaml:7:16 An answer in parts needs a rule by parts, not by option.',
    ]);
    expect(await lintOf(parts('{ by: reviewer }', ', neededIf: { part: z, verdict: [yes] }'))).toEqual([
      expect.stringMatching(/^01-one\.yaml:6:\d+ There is no other part "z"\.$/),
    ]);
  });

  it('knows the sub-questions a prompt is derived from', async () => {
    const derived = (ids: string) =>
      changed(
        '01-one.yaml',
        'outcome: { by: verdict, outcomes: { yes: meets, partly: falls short, no: falls short } }',
        `outcome: { by: sub-questions, prompts: [${ids}] }`,
      );
    expect(await lintOf(derived('one.first.why'))).toEqual([]);
    expect(await lintOf(derived('one.other'))).toEqual([
      '01-one.yaml:7:35 The sub-question "one.first.why" is left out.',
      expect.stringContaining('"one.other" is not a sub-question of "one.first".'),
    ]);
  });
});
