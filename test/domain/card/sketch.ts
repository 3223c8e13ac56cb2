/** A card or form in plain text, so that a snapshot can be read and judged by a person. */
import type { Action, Card, PromptRow, Row, Span } from '../../../src/domain/card/card.ts';
import type { Field, Form } from '../../../src/domain/card/form.ts';

export function sketch(card: Card): string {
  const lines = [
    `# ${card.title}`,
    ...card.lines.map(spans),
    ...(card.progress ? [`(${card.progress.answered}/${card.progress.of}) ${card.progress.label}`] : []),
    '',
    ...card.rows.flatMap(row),
    '',
    ...(card.form ? [...card.form.fields.flatMap(field), `[${card.form.submit}]`, ''] : []),
    ...card.actions.map(button),
    '',
    `summary: ${card.summary}`,
  ];
  return withoutHashes(`${lines.join('\n')}\n`);
}

export function sketchForm(form: Form): string {
  const lines = [`# ${form.title}`, ...form.lines, '', ...form.fields.flatMap(field), '', `[${form.submit}]`];
  return withoutHashes(`${lines.join('\n')}\n`);
}

/** They change with every comma of the checklist, which is not what these snapshots are about. */
function withoutHashes(text: string): string {
  return text.replaceAll(/\b[0-9a-f]{64}\b/g, '<sha256>');
}

function field(one: Field): readonly string[] {
  const value = 'value' in one && one.value !== undefined ? ` = ${JSON.stringify(one.value)}` : '';
  const options = 'options' in one ? ` {${one.options.map(({ label }) => label).join(' | ')}}` : '';
  const unit = 'unit' in one ? ` ${one.unit}` : '';
  const shown = `${one.label}${one.optional && !one.owed ? ' (optional)' : ''}: ${one.input}${unit}${options}${value}   <${one.id}>`;
  return one.hint ? [shown, `    ${one.hint}`] : [shown];
}

function spans(all: readonly Span[]): string {
  return all
    .map((span) =>
      'href' in span ? `[${span.text}](${span.href})` : 'definition' in span ? `^${span.text}` : span.text,
    )
    .join('');
}

function row(one: Row): readonly string[] {
  switch (one.row) {
    case 'prompt':
      return prompt(one);
    case 'text':
      return [`  ${spans(one.text)}${one.tone ? `   {${one.tone}}` : ''}`];
    case 'heading':
      return ['', `## ${one.text}`];
    case 'fact':
      return [`  ${one.label}: ${one.value}${one.tone ? `   {${one.tone}}` : ''}`];
    case 'cells':
      return [
        `  ${one.name} ${one.cells.map((cell) => marks[cell]).join('')} ${one.label}${one.action ? `  ${button(one.action)}` : ''}`,
      ];
    case 'actions':
      return one.actions.map((action) => `  ${button(action)}`);
    default:
      return one satisfies never;
  }
}

const marks = {
  meets: '+',
  'falls short': '-',
  'to be judged': '?',
  informational: 'i',
  unanswered: '.',
  neutral: 'o',
};

function prompt(one: PromptRow): readonly string[] {
  return [
    '',
    `  ${one.section} ${one.number}  ${spans(one.text)}`,
    ...one.notes.map((note) => `      note: ${note}`),
    ...(one.answer
      ? [`      = ${one.answer.label}   {${one.answer.tone}}`, ...one.answer.detail.map((d) => `        ${spans(d)}`)]
      : []),
    ...(one.remarks.length > 0 ? [`      ${one.remarks.join(' · ')}`] : []),
    ...one.actions.map((action) => `      ${button(action)}`),
  ];
}

function button({ label, style, press }: Action): string {
  const what = press.press === 'intent' ? press.intent : press.press === 'form' ? press.form : press.view;
  const words = JSON.stringify(what).replaceAll('"', '').replaceAll('kubernetes-security-2026-11-23', 'R');
  return `[${label}${style ? '*' : ''}] → ${press.press} ${words.length > 160 ? `${words.slice(0, 159)}…` : words}`;
}
