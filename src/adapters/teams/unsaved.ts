/** What was entered in a message and is not saved yet: turning a page or pressing another button there must not lose it. */
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { FormRef, FormValues } from '../../domain/card/form.ts';
import type { Standing } from '../../flow/ports/messages.ts';
import type { Kit } from './kit.ts';
import { promptIn } from './render-fields.ts';

/** With what stands on the page that was sent, also where it was emptied: a client says nothing of what is empty. */
export function withPage(before: FormValues, values: FormValues, shown: readonly string[]): FormValues {
  return { ...before, ...Object.fromEntries(shown.map((id) => [id, ''])), ...values };
}

type Keeping = Pick<Kit, 'messages' | 'log'>;

/** The message with what was entered on it when something was pressed there, which is written only if it is news. */
export async function keptWith(kit: Keeping, there: Standing, typed: FormValues = {}): Promise<Standing> {
  const { ref, unsaved = {} } = there;
  const entered = Object.fromEntries(Object.entries(typed).filter(([id, value]) => isNews(value, unsaved[id])));
  if (Object.keys(entered).length === 0) return there;
  const all = { ...unsaved, ...entered };
  if (isTooMuch(kit, ref.message, all)) return there;
  await kit.messages.keepUnsaved(ref, { entered });
  return { ...there, unsaved: all };
}

export function isTooMuch({ log }: Pick<Kit, 'log'>, message: string | undefined, entered: FormValues): boolean {
  if (JSON.stringify(entered).length <= mostKept) return false;
  log.warn({ message }, 'More was entered on a card in Teams than is kept.');
  return true;
}

/** In letters: more than all fields of a whole review have room for. Clients of our cards keep to them, others may not. */
const mostKept = 1_000_000;

export async function without(kit: Kit, there: Standing, dropped: readonly string[]): Promise<Standing> {
  const left = Object.entries(there.unsaved ?? {});
  const gone = left.flatMap(([id]) => (dropped.includes(id) ? [id] : []));
  if (gone.length === 0) return there;
  await kit.messages.keepUnsaved(there.ref, { dropped: gone });
  return { ...there, unsaved: Object.fromEntries(left.filter(([id]) => !gone.includes(id))) };
}

type Value = FormValues[string];

function isNews(value: Value, before: Value | undefined): boolean {
  return before === undefined ? !isNothing(value) : canonicalJson(value) !== canonicalJson(before);
}

function isNothing(value: Value): boolean {
  return value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

export function isTyped(values: FormValues): boolean {
  return Object.values(values).some((value) => !isNothing(value));
}

/** Of what was entered on a message's cards, one after the other, what belongs into that form. What is saved leaves the rest. */
export function ofForm(ref: FormRef, unsaved: FormValues): FormValues {
  const seen = ref.form === 'section' ? ref.seen : undefined;
  // Fields without a prompt are of no other form: nobody confirms one thing with a tick meant for another.
  const isOthers = (id: string) => seen !== undefined && id.includes('/') && !(promptIn({ id }) in seen);
  return Object.fromEntries(Object.entries(unsaved).filter(([id]) => !isOthers(id)));
}
