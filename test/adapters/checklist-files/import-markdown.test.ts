import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMarkdown } from '../../../src/adapters/checklist-files/import-markdown.ts';
import { kubernetesChecklist } from '../../domain/checklist/kubernetes-checklist.ts';

/** One line a prompt: number, form where it is not a plain question, text. */
const shown = (markdown: string) =>
  importMarkdown(markdown).prompts.map(({ section, number, form, text }) =>
    [section, number ?? '-', ...(form === 'question' ? [] : [form]), text].join(' | '),
  );

describe('the seed', () => {
  it('yields exactly the 123 prompts we ask, word for word', async () => {
    const draft = importMarkdown(
      await readFile('test/support/fixtures/kubernetes-information-security-review-checklist.md', 'utf8'),
    );
    const ours = await kubernetesChecklist();
    const line = ({ form, number, text }: { form: string; number?: string | undefined; text: string }) => ({
      form,
      number,
      text,
    });
    expect(draft.prompts.map(line)).toEqual(ours.prompts.map(line));
    expect(draft.sections.map(({ title, level }) => ({ title, level }))).toEqual(
      ours.sections.map(({ title, level }) => ({ title, level })),
    );
    expect(draft.definitions.map(({ mark, text }) => ({ mark, text }))).toEqual(
      ours.definitions.map(({ mark, text }) => ({ mark, text })),
    );
    expect(draft.remarks).toEqual([]);
  });
});

describe('an imported checklist', () => {
  it('keeps the levels of its headings, skipped ones too, and empty headings', () => {
    const { sections } = importMarkdown('# A\n\n#### B\n\n1. Why?\n\n## C\n\n## C\n');
    expect(sections).toEqual([
      { id: 'a', title: 'A', level: 1 },
      { id: 'b', title: 'B', level: 4 },
      { id: 'c', title: 'C', level: 2 },
      { id: 'c-2', title: 'C', level: 2 },
    ]);
  });

  it('reads headings drawn with lines', () => {
    expect(importMarkdown('Access\n======\n\n1. Who?\n').sections).toEqual([
      { id: 'access', title: 'Access', level: 1 },
    ]);
  });

  it('has nested numbering', () => {
    expect(shown('## A\n1. One?\n   1. Inner?\n      1. Innermost?\n   2. Next?\n2. Two?\n')).toEqual([
      'a | 1 | One?',
      'a | 1.1 | sub-question | Inner?',
      'a | 1.1.1 | sub-question | Innermost?',
      'a | 1.2 | sub-question | Next?',
      'a | 2 | Two?',
    ]);
  });

  it('counts on where every item is numbered 1.', () => {
    expect(shown('## A\n1. One?\n1. Two?\n1. Three?\n')).toEqual(['a | 1 | One?', 'a | 2 | Two?', 'a | 3 | Three?']);
  });

  it('counts on where numbering starts again, and says so', () => {
    const markdown = '## A\n1. One?\n2. Two?\n\nWhat about this?\n\n1. Three?\n';
    expect(shown(markdown)).toEqual([
      'a | 1 | One?',
      'a | 2 | Two?',
      'a | - | prose | What about this?',
      'a | 3 | Three?',
    ]);
    expect(importMarkdown(markdown).remarks).toEqual([{ line: 7, sentence: 'Printed as 1, counted as 3.' }]);
  });

  it('keeps printed numbers that jump', () =>
    expect(shown('## A\n3. Three?\n4. Four?\n')).toEqual(['a | 3 | Three?', 'a | 4 | Four?']));

  it('starts again in the next section', () => {
    expect(shown('## A\n1. One?\n\n## B\n1. One?\n')).toEqual(['a | 1 | One?', 'b | 1 | One?']);
  });

  it('takes bullets under a question as its sub-questions, indented or not', () => {
    expect(shown('## A\n1. One?\n   - In?\n2. Two?\n- Out?\n- Also?\n3. Three?\n')).toEqual([
      'a | 1 | One?',
      'a | 1.1 | sub-question | In?',
      'a | 2 | Two?',
      'a | 2.1 | sub-question | Out?',
      'a | 2.2 | sub-question | Also?',
      'a | 3 | Three?',
    ]);
  });

  it('takes bullets on their own as questions', () => {
    expect(shown('## A\n- Is it?\n- Was it?\n')).toEqual(['a | 1 | Is it?', 'a | 2 | Was it?']);
  });

  it('takes boxes on their own as questions, however they are drawn', () => {
    expect(shown('## A\n- [ ] TLS on?\n- [x] RBAC on?\n- ☐ MFA on?\n- [] Logs on?\n')).toEqual([
      'a | 1 | TLS on?',
      'a | 2 | RBAC on?',
      'a | 3 | MFA on?',
      'a | 4 | Logs on?',
    ]);
    expect(shown('## A\n☐ TLS on?\n☑ RBAC on?\n')).toEqual(['a | 1 | TLS on?', 'a | 2 | RBAC on?']);
  });

  it('does not take a link for a box', () =>
    expect(shown('## A\n- [x](https://x.example) used?\n')).toEqual(['a | 1 | [x](https://x.example) used?']));

  it.each(['1. ☐ ISO\n    2. ☐ PCI\n    3. Other', '- [ ] ISO\n    - [ ] PCI\n    - [x] Other'])(
    'takes boxes under a question as its options: %j',
    (list) => {
      const [prompt, ...rest] = importMarkdown(`## A\n1. Which standards?\n\n    ${list}\n`).prompts;
      expect(rest).toEqual([]);
      expect(prompt?.answer).toEqual({
        kind: 'choices',
        choose: 'many',
        other: 'other',
        options: [
          { id: 'iso', label: 'ISO' },
          { id: 'pci', label: 'PCI' },
          { id: 'other', label: 'Other' },
        ],
      });
    },
  );

  it('takes an item that holds a heading as a heading', () => {
    expect(shown('## A\n1. ### Access\n   1. Who?\n2. ### Logs\n   1. Where?\n')).toEqual([
      'access | 1 | Who?',
      'logs | 1 | Where?',
    ]);
  });

  it('takes a bold or a short title over questions as a heading, and says so', () => {
    const markdown =
      '## A\n1. **Access**\n   1. Who has access?\n2. Log keeping\n   1. Where are logs?\n   2. How long?\n3. Anything else?\n';
    expect(shown(markdown)).toEqual(
      [
        'a | 1 | Anything else?',
        'access | 1 | Who has access?',
        'log-keeping | 1 | Where are logs?',
        'log-keeping | 2 | How long?',
      ].map((line) => line.replace('a | 1 | Any', 'a | 3 | Any')),
    );
    expect(importMarkdown(markdown).remarks.map(({ line }) => line)).toEqual([2, 4]);
    expect(importMarkdown(markdown).sections.map(({ level }) => level)).toEqual([2, 3, 3]);
  });

  it('takes prose as a prompt, and says where it may only explain', () => {
    const markdown = '## A\n\nDescribe your process\n\nThis chapter is about logs.\n';
    expect(shown(markdown)).toEqual([
      'a | - | prose | Describe your process',
      'a | - | prose | This chapter is about logs.',
    ]);
    expect(importMarkdown(markdown).remarks).toEqual([
      { line: 5, sentence: 'Taken as a prompt, though it may only explain: "This chapter is about logs.".' },
    ]);
  });

  it('reads footnotes in both ways of writing them, and more', () => {
    const { definitions, prompts } = importMarkdown(
      '## A\n1. Is it slow[^1] or big[^b]?\n\n[^1]: Not fast.\n[^b]:\n     https://big.example\n\n[^c]:\n\n     Indented after\n     a blank line.\n\n[^d]:\n     Two\n     lines.\n',
    );
    expect(definitions.map(({ mark, text }) => [mark, text])).toEqual([
      ['1', 'Not fast.'],
      ['b', 'https://big.example'],
      ['c', 'Indented after a blank line.'],
      ['d', 'Two lines.'],
    ]);
    expect(prompts.map(({ definitions }) => definitions)).toEqual([['note-1', 'note-b']]);
  });

  it('keeps links, typographic quotes and double spaces, and joins wrapped lines', () => {
    expect(shown('## A\n1. Do you use [x](https://x.example)  “now”,\n   on *all*\n   hosts?  \n')).toEqual([
      'a | 1 | Do you use [x](https://x.example)  “now”, on *all* hosts?',
    ]);
  });

  it('reads files from elsewhere: other line ends, a byte order mark, comments', () => {
    expect(shown('\uFEFF## A\r\n\r\n<!-- note -->\r\n1. One?\r\n2. Two?\r\n')).toEqual([
      'a | 1 | One?',
      'a | 2 | Two?',
    ]);
  });

  it('makes a heading where there is none, and leaves out what a checklist cannot hold, saying so', () => {
    const { sections, remarks } = importMarkdown('1. One?\n\n> a quote\n\n```\ncode\n```\n');
    expect(sections.map(({ title }) => title)).toEqual(['Questions']);
    expect(remarks.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('guesses the kind of answer and leaves the judgement to people', () => {
    const kinds = (markdown: string) => importMarkdown(markdown).prompts.map(({ answer }) => answer.kind);
    expect(
      kinds(
        '1. Do you?\n2. How many are there?\n3. How long are logs kept?\n4. How so?\n5. In the event of fire, do you leave?\n',
      ),
    ).toEqual(['verdict', 'number', 'duration', 'text', 'verdict']);
    expect(importMarkdown('1. Do you?').prompts[0]).toMatchObject({
      outcome: { by: 'reviewer' },
      good: 'To be decided.',
      owner: 'unassigned',
    });
  });

  it('survives any text', () => {
    const piece = fc.constantFrom(
      '# ',
      '#### ',
      '1. ',
      '- ',
      '  ',
      '    ',
      '\n',
      '\n\n',
      '[^1]',
      '[^1]: ',
      '[ ] ',
      '☐ ',
      '**',
      'Why?',
      '> ',
      '`',
      '<',
      '|',
      '\t',
      '\r',
      '[x](',
      ')',
      '](',
      '- 1. - ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          const { prompts, sections } = importMarkdown(text);
          const known = new Set(sections.map(({ id }) => id));
          expect(prompts.every(({ section, text }) => known.has(section) && text !== '')).toBe(true);
          expect(new Set(prompts.map(({ id }) => id)).size).toBe(prompts.length);
        },
      ),
    );
  });

  it('survives lists nested deeper than anybody means', () => {
    expect(() => importMarkdown(`${'- '.repeat(500)}why?`)).not.toThrow();
  });
});
