/** Cards and forms made by hand, with the texts people really send. */
import type { Card, Press, PromptRow, Tone } from '../../src/domain/card/card.ts';
import type { Form } from '../../src/domain/card/form.ts';

const review = 'kubernetes-security-2026-11-23';

export const nasty = {
  script: '<script>alert("1")</script> & "quotes" \'single\'',
  rightToLeft: 'שלום — \u202Ereversed\u202C, ok',
  emoji: 'Done 👩🏽‍💻 🇸🇪 ✅',
  long: 'All clusters use it. '.repeat(150).slice(0, 3_000),
};

function answer(prompt: string, revision: number, verdict: 'yes' | 'no' | 'partly'): Press {
  const given = { status: 'answered' as const, response: { kind: 'verdict' as const, verdict }, evidence: [] };
  return { press: 'intent', intent: { does: 'answer', review, prompt, revision, answer: given } };
}

export function promptRow(name: string, more: Partial<PromptRow> = {}): PromptRow {
  const prompt = `access-control.${name}`;
  const about = `Is ${name} enabled?`;
  return {
    row: 'prompt',
    prompt,
    number: '2',
    section: 'access-control',
    text: [{ text: about }],
    notes: [],
    remarks: [],
    actions: [
      { label: 'Yes', press: answer(prompt, 0, 'yes'), describes: `Yes: ${about}` },
      { label: 'No', press: answer(prompt, 0, 'no'), describes: `No: ${about}` },
      { label: 'Add a note', press: { press: 'form', form: { form: 'answer', review, prompt, revision: 0 } } },
    ],
    ...more,
  };
}

const answered = (name: string, label: string, tone: Tone, detail: string) =>
  promptRow(name, {
    answer: {
      label,
      tone,
      detail: [[{ text: detail }], [{ text: 'evidence', href: 'https://example.org/a?b=1&c=2' }]],
    },
    remarks: ['detail owed'],
    actions: [
      {
        label: 'Change',
        press: { press: 'form', form: { form: 'answer', review, prompt: `access-control.${name}`, revision: 1 } },
        describes: `Change: ${name}`,
      },
    ],
  });

/** One section with a prompt in every state, and a text of every nasty kind. */
export const sectionCard: Card = {
  title: 'Kubernetes security review',
  lines: [[{ text: 'You own ' }, { text: 'Access Control', strong: true }, { text: '. Due Fri 4 Dec.' }]],
  progress: { answered: 5, of: 8, label: '5 of 8 answered' },
  rows: [
    promptRow('mfa', {
      text: [
        { text: 'Is multi-factor authentication enabled' },
        { text: '[1]', definition: 'Two of three: know, have, are.' },
      ],
      notes: ['Read it as phishing-resistant where it can be.'],
    }),
    answered('yes', 'Yes', 'meets', nasty.script),
    answered('no', 'No · falls short', 'falls short', nasty.rightToLeft),
    answered('text', 'Answered · to be judged', 'to be judged', nasty.long),
    answered('choice', 'Azure', 'informational', nasty.emoji),
    promptRow('link', {
      text: [
        { text: 'a script', href: 'javascript:alert(1)' },
        { text: nasty.script, href: 'https://e.org/"x' },
      ],
    }),
  ],
  actions: [
    {
      label: 'Answer the rest',
      style: 'primary',
      press: { press: 'form', form: { form: 'section', review, section: 'access-control', page: 1 } },
    },
    {
      label: 'Next: Logging',
      press: { press: 'show', view: { show: 'section', review, section: 'logging', page: 1 } },
    },
  ],
  summary: 'Access Control: 5 of 8 answered.',
};

export const openingCard: Card = {
  title: 'Kubernetes security review',
  lines: [[{ text: 'You own 8 prompts.' }], [{ text: nasty.script }]],
  progress: { answered: 0, of: 0, label: 'nothing asked' },
  rows: [
    { row: 'text', text: [{ text: 'About 75 minutes in all.' }] },
    { row: 'heading', text: 'Sections' },
    {
      row: 'cells',
      name: 'Access Control',
      label: '5 of 8 answered',
      cells: ['meets', 'falls short', 'to be judged', 'informational', 'unanswered', 'neutral'],
      action: {
        label: 'Open',
        press: { press: 'show', view: { show: 'section', review, section: 'access-control', page: 1 } },
      },
    },
    { row: 'fact', label: 'To judge', value: '2 answers', tone: 'to be judged' },
    { row: 'text', text: [{ text: 'One falls short.' }], tone: 'falls short' },
    { row: 'actions', actions: [{ label: 'State', press: { press: 'show', view: { show: 'status', review } } }] },
  ],
  actions: [
    {
      label: 'Start',
      style: 'primary',
      press: { press: 'show', view: { show: 'section', review, section: 'access-control', page: 1 } },
    },
    { label: 'Why me?', press: { press: 'show', view: { show: 'why', review } } },
  ],
  summary: 'Kubernetes security review: you own 8 prompts.',
};

export const everyFieldForm: Form = {
  ref: { form: 'answer', review, prompt: 'access-control.mfa', revision: 0 },
  title: `Answer ${nasty.script}`,
  lines: ['Is multi-factor authentication enabled?', nasty.rightToLeft],
  fields: [
    {
      id: 'verdict',
      label: 'Answer',
      input: 'one',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
      value: ['no'],
    },
    {
      id: 'note',
      label: 'Note',
      hint: 'In a sentence or two.',
      optional: true,
      input: 'paragraph',
      value: nasty.script,
      most: 3000,
    },
    { id: 'name', label: 'Name', input: 'line', value: nasty.emoji },
    { id: 'link', label: 'Evidence link', optional: true, input: 'link' },
    { id: 'observed', label: 'Observed on', optional: true, input: 'date', value: '2026-11-23' },
    { id: 'days', label: 'How long', input: 'number', unit: 'days', value: '30' },
    {
      id: 'clouds',
      label: 'Which',
      input: 'many',
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
      value: ['b'],
    },
    {
      id: 'who',
      label: 'To whom',
      input: 'one',
      options: Array.from({ length: 9 }, (_, index) => ({ id: `p${index}`, label: `Person ${index}` })),
    },
    { id: 'confirmed', label: 'I mean it', input: 'tick', hint: 'Nobody will be able to sign then.' },
  ],
  submit: 'Save',
};
