/** Takes away rows of a stream that its events do not bear out, before they are written anew. Never more than those. */
import type { Transaction } from 'kysely';
import { type Touched, touchedBy } from '../../../domain/contact/touched.ts';
import type { StreamKind } from '../../../domain/event.ts';
import { inPortions } from '../in-portions.ts';
import type { Tables } from '../tables.ts';
import { fallenDue } from './duties.ts';
import { lastAnswerRows } from './last-answers.ts';
import { isOf, type Span } from './span.ts';

/** The span is the whole stream. Returns how many last answers were taken away. */
export async function takeAwayUntrue<K extends StreamKind>(tx: Transaction<Tables>, span: Span<K>): Promise<number> {
  if (isOf(span, 'contact')) await ofContact(tx, span);
  if (!isOf(span, 'review')) return 0;
  await duties(tx, span);
  return lastAnswers(tx, span);
}

/** What deliveries say of a duty stays: that is the contact's to tell. */
async function duties(tx: Transaction<Tables>, { stream, events }: Span<'review'>): Promise<void> {
  const due = new Map(fallenDue(events).map((duty) => [duty.key, duty]));
  const rows = await tx.selectFrom('duties').selectAll().where('review', '=', stream.id).execute();
  const untrue = rows.filter(({ key, kind, contact, subject, ordinal, at }) => {
    const told = due.get(key);
    const said = told && [told.kind, told.to, told.subject, told.ordinal, told.at];
    return String(said) !== String([kind, contact, subject, ordinal, at]);
  });
  const keys = untrue.map(({ key }) => key);
  await inPortions(keys, (some) => tx.deleteFrom('duties').where('key', 'in', some).execute());
}

async function lastAnswers(tx: Transaction<Tables>, { stream, after }: Span<'review'>): Promise<number> {
  const told = new Set(lastAnswerRows(after, [...after.items.values()]).map((row) => keyOf(row)));
  const rows = await tx.selectFrom('last_answers').selectAll().where('review', '=', stream.id).execute();
  const untrue = rows.filter((row) => !told.has(keyOf(row)));
  for (const { program, prompt } of untrue) {
    const row = tx.deleteFrom('last_answers').where('program', '=', program).where('prompt', '=', prompt);
    await row.where('review', '=', stream.id).execute();
  }
  return untrue.length;
}

function keyOf({ program, prompt, tick, answer }: Tables['last_answers']): string {
  return [program, prompt, tick, answer].join('\n');
}

async function ofContact(tx: Transaction<Tables>, { stream, events }: Span<'contact'>): Promise<void> {
  const { deliveries, dropped } = touchedBy(undefined, events);
  const rows = await tx.selectFrom('deliveries').select('id').where('contact', '=', stream.id).execute();
  const ids = rows.map(({ id }) => id).filter((id) => !deliveries.has(id));
  await inPortions(ids, (some) => tx.deleteFrom('deliveries').where('id', 'in', some).execute());
  await dutiesOf(tx, stream.id, { deliveries, dropped });
}

/** That a duty is owed at all stays: that is its review's to tell. */
async function dutiesOf(
  tx: Transaction<Tables>,
  contact: string,
  { deliveries, dropped }: Pick<Touched, 'deliveries' | 'dropped'>,
): Promise<void> {
  const borne = new Map(
    [...deliveries.values()].flatMap(({ id, duties }) => duties.map(({ key }, place) => [key, `${id} ${place}`])),
  );
  const moot = new Set(dropped);
  const all = tx.selectFrom('duties').select(['key', 'delivery', 'place', 'dropped']).where('contact', '=', contact);
  const settled = await all.where((is) => is.or([is('delivery', 'is not', null), is('dropped', '=', true)])).execute();
  const untrue = settled.filter(({ key, delivery, place, dropped }) => {
    if (delivery === null) return borne.has(key) || !moot.has(key);
    return dropped || borne.get(key) !== `${delivery} ${place}`;
  });
  const open = tx.updateTable('duties').set({ delivery: null, place: null, dropped: false });
  const keys = untrue.map(({ key }) => key);
  await inPortions(keys, (some) => open.where('key', 'in', some).execute());
}
