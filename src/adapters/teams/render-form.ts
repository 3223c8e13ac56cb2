/** Form → a card with its inputs and one button that sends them. What is wrong is said at the field. */
import type { Field, Form, FormValues } from '../../domain/card/form.ts';
import type { Refusal } from '../../domain/event.ts';
import type { Element } from './adaptive-card.ts';
import { filledWith } from './field-values.ts';
import { bytesOf, limits } from './limits.ts';
import { adaptiveCard, type Rendered } from './render.ts';
import { button, buttonRows } from './render-action.ts';
import { inputOf, type Saying } from './render-field.ts';
import { noteContainer } from './render-note.ts';
import { clipped, heading, rich, run } from './text.ts';

export type FormDrawing = {
  readonly form: Form;
  readonly refusal?: Refusal;
  /** What was entered, when it was refused. */
  readonly sent?: FormValues;
};

const roomy: Saying = { label: 1_000, option: 300 };
/** Where there is much to choose from, or much was entered already. */
const tight: Saying = { label: 200, option: 80 };

export function renderForm(drawing: FormDrawing): Rendered {
  const whole = drawn(drawing, roomy);
  return bytesOf(whole.card) <= limits.card ? whole : drawn(drawing, tight);
}

function drawn({ form, refusal, sent = {} }: FormDrawing, most: Saying): Rendered {
  const confirms = refusal?.refused === 'needs confirmation' && !form.fields.some(({ id }) => id === 'confirmed');
  const foot = buttonRows([
    button({ label: form.submit, style: 'primary' }, { press: 'send', form: form.ref }),
    button({ label: 'Back' }, { press: 'back' }),
  ]);
  const all = [...form.fields.map((field) => filledWith(field, sent)), ...(confirms ? [confirmation] : [])];
  const head = headElements(form, refusal, all);
  const summary = clipped(form.title, limits.summary);
  const free = limits.card - bytesOf(adaptiveCard([...head, ...foot], summary)) - someWords;
  const groups = together(form, all).map((fields) => fields.flatMap((field) => fieldElements(field, most, refusal)));
  const { elements, left } = fitting(groups, free);
  const more =
    left > 0 ? [rich([run(`${left} more stand in the next form. Save this one first, then open it again.`)])] : [];
  return { card: adaptiveCard([...head, ...elements, ...more, ...foot], summary), summary };
}

const confirmation: Field = { id: 'confirmed', label: 'I mean it', input: 'tick' };
const someWords = 300;
const mostLines = 2_500;

function headElements(form: Form, refusal: Refusal | undefined, fields: readonly Field[]): readonly Element[] {
  const each = Math.max(120, Math.floor(mostLines / Math.max(form.lines.length, 1)));
  const lines = form.lines.slice(0, mostLines / 120).map((text) => rich([run(clipped(text, each))], 'Small'));
  const title = heading(form.title, limits.title, 'Large');
  return refusal
    ? [title, ...lines, noteContainer({ sentence: refused(refusal, fields), refused: true })]
    : [title, ...lines];
}

/** What belongs to no field of the form is said above them all. */
function refused({ sentence, fields = [] }: Refusal, shown: readonly Field[]): string {
  const elsewhere = fields.filter(({ field }) => !shown.some(({ id }) => id === field));
  return [sentence, ...elsewhere.map((each) => each.sentence)].join(' ');
}

function fieldElements(field: Field, most: Saying, refusal: Refusal | undefined): readonly Element[] {
  const wrong = (refusal?.fields ?? []).filter((each) => each.field === field.id);
  const said = wrong.map(({ sentence }) =>
    rich([run(`⚠ ${clipped(sentence, 400)}`, { color: 'Attention', weight: 'Bolder' })]),
  );
  const input = inputOf(field, most);
  return [...said, input ?? rich([run(`${clipped(field.label, 400)}: there is nothing to choose from.`)])];
}

/** An answer half shown would be half overwritten, so only a section's form is cut, and only between prompts. */
function together({ ref }: Form, fields: readonly Field[]): readonly (readonly Field[])[] {
  if (ref.form !== 'section') return [fields];
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const prompt = field.id.split('/')[0] ?? '';
    groups.set(prompt, [...(groups.get(prompt) ?? []), field]);
  }
  return [...groups.values()];
}

/** The first always: Teams takes four times what we keep to. */
function fitting(
  groups: readonly (readonly Element[])[],
  most: number,
): { elements: readonly Element[]; left: number } {
  const elements: Element[] = [];
  let taken = 0;
  for (const [index, group] of groups.entries()) {
    taken += bytesOf(group);
    if (taken > most && index > 0) return { elements, left: groups.length - index };
    elements.push(...group);
  }
  return { elements, left: 0 };
}
