/** One review, opened for real on the records the app under test serves from, with a card in each owner's chat for each section. */
import { cronCadences } from '../src/adapters/clock/cron-cadences.ts';
import { readConfig } from '../src/config.ts';
import type { Card } from '../src/domain/card/card.ts';
import type { View } from '../src/domain/card/view.ts';
import { promptOf } from '../src/domain/checklist/checklist.ts';
import type { MessageRef } from '../src/domain/contact/events.ts';
import type { ReviewId } from '../src/domain/event.ts';
import type { Person } from '../src/domain/people.ts';
import { openItems } from '../src/domain/review/asked.ts';
import { frontDesk } from '../src/flow/front-desk.ts';
import { loadReview } from '../src/flow/load-review.ts';
import { openNow } from '../src/flow/open.ts';
import { bySchedule } from '../src/flow/soon.ts';
import { type House, logOf, openHouse } from '../src/wiring/house.ts';
import { programId } from './program.ts';

/** A prompt that one press answers, and the message whose button that is. */
export type Place = {
  readonly prompt: string;
  readonly owner: Person;
  readonly ref: MessageRef;
  readonly view: View;
  readonly card: Card;
};
export type OpenedReview = {
  readonly id: ReviewId;
  readonly places: readonly Place[];
  /** Answers on record, counted in the table of events. */
  recorded(): Promise<number>;
  close(): Promise<void>;
};

export async function openReview(
  env: Readonly<Record<string, string>>,
  messageAt: (owner: Person, place: number) => MessageRef,
): Promise<OpenedReview> {
  const { house, id } = await opened(env);
  return {
    id,
    places: await placesOf(house, id, messageAt),
    recorded: async () => {
      const answered = house.database.kysely.selectFrom('events').where('type', '=', 'QuestionAnswered');
      const counted = answered.where('stream', '=', id).select(({ fn }) => fn.countAll<string>().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },
    close: house.close,
  };
}

/** Opens it and leaves everything else to the app under test. */
export async function openOnly(env: Readonly<Record<string, string>>): Promise<void> {
  const { house } = await opened(env);
  await house.close();
}

async function opened(env: Readonly<Record<string, string>>): Promise<{ house: House; id: ReviewId }> {
  const read = await readConfig(env, { cadences: cronCadences() });
  if (!read.ok) throw new Error(`The bench is set up wrongly: ${JSON.stringify(read.problems)}`);
  const house = await openHouse(read.config, logOf({ logLevel: 'error' }));
  const id = await openNow(house.ports, programId, bySchedule);
  if (typeof id !== 'string') throw new Error(id.sentence);
  return { house, id };
}

async function placesOf(
  { ports }: House,
  id: ReviewId,
  messageAt: (owner: Person, place: number) => MessageRef,
): Promise<readonly Place[]> {
  const loaded = await loadReview(ports, id);
  if (!loaded) throw new Error(`There is no review ${id}.`);
  const { review, checklist, people } = loaded;
  const desk = frontDesk(ports);
  const pressable = openItems(review, checklist).filter(({ prompt }) => {
    const { answer, outcome } = promptOf(checklist, prompt);
    return answer.kind === 'verdict' && outcome.by !== 'sub-questions';
  });
  const standing = new Map<string, Omit<Place, 'prompt'>>();
  const places: Place[] = [];
  for (const { prompt, owner: key, section } of pressable) {
    const owner = people.get(key);
    if (!owner) throw new Error(`Nobody is called ${key}.`);
    const where = `${key} ${section}`;
    const view: View = { show: 'section', review: id, section, page: 1 };
    const stands = standing.get(where) ?? {
      owner,
      view,
      ref: messageAt(owner, standing.size),
      card: await desk.card(view, key),
    };
    if (!standing.has(where)) {
      standing.set(where, stands);
      await ports.messages.add({ ref: stands.ref, contact: key, view, at: ports.clock.now() });
    }
    places.push({ ...stands, prompt });
  }
  return places;
}
