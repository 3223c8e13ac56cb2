/** Form → modal. What is known stands in it; what a modal cannot hold is said. */
import type { Field, Form } from '../../domain/card/form.ts';
import type { Block, Modal } from './block-kit.ts';
import { elementOf, hasLongLabels, tooLongToShow } from './field-element.ts';
import { limits } from './limits.ts';
import { blocksOf } from './rich-text.ts';
import { sharesOf } from './shares.ts';
import { shortId } from './short-id.ts';
import { barred, firstOf, linesOf, plainText, roomFor } from './text.ts';

export function formModal(form: Form, metadata: string): Modal {
  const { title, submit } = form;
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title: plainText(title, limits.viewTitle),
    submit: plainText(submit, limits.viewTitle),
    close: plainText('Cancel', limits.viewTitle),
    blocks: [...formBlocks(form)],
  };
}

/** The block a field stands in: what is wrong with it is said there. */
export function blockIdOf(field: Pick<Field, 'id'>): string {
  return shortId(field.id, limits.id);
}

// Of a window's words.
const linesRoom = 24_000;
// Some bytes are left for what stands around the blocks.
const mostBytes = limits.viewBytes - 10_000;

function formBlocks({ lines, fields }: Form): readonly Block[] {
  const shown = lines.slice(0, linesRoom / 200).map((text) => barred([{ text }]));
  const shares = sharesOf(
    shown.map((spans) => roomFor(spans, limits.text)),
    linesRoom,
  );
  const head = blocksOf(
    shown.flatMap((spans, at) => linesOf(spans, { line: limits.text, room: Math.max(200, shares[at] ?? 0) })),
  );
  const blocks: Block[] = head.length > 0 ? [...head] : [...blocksOf([[{ text: '–' }]])];
  const known = new Set<string>();
  let left = 0;
  for (const field of fields) {
    const more = known.has(field.id) ? [] : fieldBlocks(field);
    known.add(field.id);
    // One block stays free, to say what is left out.
    const full = blocks.length + more.length >= limits.blocks.modal || bytesOf([...blocks, ...more]) > mostBytes;
    if (left > 0 || full) left += 1;
    else blocks.push(...more);
  }
  if (left > 0) blocks.push(...blocksOf([[{ text: `And ${left} more fields; they come with the next form.` }]]));
  return blocks;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function fieldBlocks(field: Field): readonly Block[] {
  if ((field.input === 'one' || field.input === 'many') && field.options.length === 0) {
    return blocksOf([firstOf([{ text: `${field.label}: there is nothing to choose from.` }], 500)]);
  }
  const hint = hintOf(field);
  return [
    ...above(field),
    {
      type: 'input',
      block_id: blockIdOf(field),
      label: plainText(field.label, limits.label),
      optional: field.optional ?? false,
      element: elementOf(field),
      ...(hint && { hint: plainText(hint, limits.label) }),
    },
  ];
}

/** What the field itself has no room for. */
function above(field: Field): readonly Block[] {
  const label =
    field.label.length > limits.label ? linesOf([{ text: field.label }], { line: limits.text, room: 9_000 }) : [];
  const options =
    (field.input === 'one' || field.input === 'many') && hasLongLabels(field)
      ? field.options.slice(0, 20).map(({ label }, at) => firstOf([{ text: `${at + 1}. ${label}` }], 600))
      : [];
  return blocksOf([...label, ...options]);
}

function hintOf(field: Field): string | undefined {
  const cut = tooLongToShow(field)
    ? 'This text is longer than Slack shows here. Saved from here, its end is cut off.'
    : undefined;
  return [cut, field.hint].filter((each) => each !== undefined && each.trim() !== '').join(' ') || undefined;
}
