/** The contract's part on appending and folding. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContactEvent } from '../../src/domain/contact/events.ts';
import { isRefusal, type Recorded, type Stream } from '../../src/domain/event.ts';
import type { ReviewEvent } from '../../src/domain/review/events.ts';
import { evolveReview } from '../../src/domain/review/evolve.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Changed } from '../../src/flow/ports/event-store.ts';
import { act, answered, contactStream, fresh, opening, reviewStream } from './records-scene.ts';
import type { Records } from './records-set.ts';

export function appendingContract(here: () => Records, elsewhere: () => Records): void {
  test('a stream that has not begun has no state', async () => {
    expect(await here().store.current(reviewStream(fresh('r')))).toBeUndefined();
  });

  test('what was recorded is there, in order, for every process', async () => {
    const stream = reviewStream(fresh('r'));
    const begun = await record(here(), stream, opening());
    const changed = await record(here(), stream, answered('access.mfa', 1, 'a note'), answered('access.logs', 1));
    expect(begun.events).toHaveLength(1);
    expect(changed.events.map(({ version }) => version)).toEqual([2, 3]);
    expect(changed.head.version).toBe(3);
    expect(changed.events[0]?.previous).toBe(begun.head.hash);
    expect(await eventsOf(elsewhere(), stream)).toEqual([...begun.events, ...changed.events]);
    expect(await elsewhere().store.current(stream)).toEqual({ state: changed.state, head: changed.head });
    expect((await eventsOf(here(), stream, 2)).map(({ version }) => version)).toEqual([3]);
  });

  test('a refusal changes nothing, and nor does an act that has nothing to record', async () => {
    const stream = reviewStream(fresh('r'));
    const refusal = { refused: 'closed', sentence: 'It is closed.' } as const;
    expect(await here().store.change(stream, { ...act, decide: () => refusal })).toEqual(refusal);
    expect(await here().store.current(stream)).toBeUndefined();
    await record(here(), stream, opening());
    const nothing = await here().store.change(stream, { ...act, decide: () => ({ events: [] }) });
    expect(nothing).toMatchObject({ events: [], head: { version: 1 } });
  });

  test('each of many acts at once has its own result', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const acts = Array.from({ length: 60 }, (_, index) =>
      here().store.change(stream, {
        ...act,
        decide(state) {
          if (index % 10 === 3) throw new Error(`decide ${index} is broken`);
          if (index % 10 === 4) return { refused: 'not possible', sentence: `no ${index}` };
          return {
            events: [answered('access.mfa', (state?.items.get('access.mfa')?.answers.length ?? 0) + 1, `${index}`)],
          };
        },
      }),
    );
    for (const [index, result] of (await Promise.allSettled(acts)).entries()) {
      if (index % 10 === 3)
        expect(result).toMatchObject({ status: 'rejected', reason: { message: `decide ${index} is broken` } });
      else if (index % 10 === 4) expect(result).toMatchObject({ value: { sentence: `no ${index}` } });
      else expect(result).toMatchObject({ value: { events: [{ event: { answer: { note: { text: `${index}` } } } }] } });
    }
    const answers = (await elsewhere().store.current(stream))?.state.items.get('access.mfa')?.answers ?? [];
    expect(answers.map(({ revision }) => revision)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
  });

  test('whoever acts again at the very moment their act is done is not forgotten', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const again = (revision: number) =>
      here().store.change(stream, { ...act, decide: () => ({ events: [answered('access.mfa', revision)] }) });
    for (let revision = 1; revision <= 5; revision += 1) await again(revision);
    await again(6).then(() => again(7));
    expect(await eventsOf(here(), stream)).toHaveLength(8);
  });

  test('an event that could not be read again is not taken, and its neighbours are', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const unreadable = { ...answered('access.mfa', 1), outcome: 'splendid' } as unknown as ReviewEvent;
    const unfitting = answered('access.unknown', 1);
    const [first, second, third] = await Promise.allSettled([
      record(here(), stream, unreadable),
      record(here(), stream, unfitting),
      record(here(), stream, answered('access.mfa', 1)),
    ]);
    expect([first?.status, second?.status, third?.status]).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await eventsOf(here(), stream)).toHaveLength(2);
  });

  test('the same click is recorded once, here and in another process', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const click = { ...act, once: 'click-\0-7', decide: () => ({ events: [answered('access.mfa', 1)] }) };
    const [first, again] = await Promise.all([here().store.change(stream, click), here().store.change(stream, click)]);
    const later = await elsewhere().store.change(stream, click);
    const recorded = [first, again, later].map((done) => (isRefusal(done) ? -1 : done.events.length));
    expect(recorded).toEqual([1, 0, 0]);
    expect(await eventsOf(here(), stream)).toHaveLength(2);
  });

  test('an event is never dated before the one before it', async () => {
    const stream = reviewStream(fresh('r'));
    const begun = await record(here(), stream, opening());
    const given: string[] = [];
    await here().store.change(stream, {
      ...act,
      decide: (_, at) => {
        given.push(at);
        return { events: [answered('access.mfa', 1)] };
      },
    });
    const events = await eventsOf(here(), stream);
    expect(given[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(events.map(({ at }) => at)).toEqual([begun.events[0]?.at, given[0]]);
    expect([...given, begun.events[0]?.at].sort()[0]).toBe(begun.events[0]?.at);
  });

  test('law 4: whatever happens, the state is exactly the fold, here and elsewhere', async () => {
    const prompts = fc.constantFrom('access.mfa', 'access.keys', 'access.logs');
    const step = fc.record({
      prompt: prompts,
      note: fc.option(fc.string({ unit: 'binary', maxLength: 20 })),
      by: fc.nat(1),
      redact: fc.nat(4),
    });
    const anything = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(anything, async (rounds) => {
        const stream = reviewStream(fresh('law'));
        await record(here(), stream, opening());
        for (const round of rounds) {
          await Promise.all(
            round.map(({ prompt, note, by, redact }) =>
              (by === 0 ? here() : elsewhere()).store.change(stream, {
                ...act,
                decide: (state) => ({ events: [nextEvent(state, prompt, note, redact === 0)] }),
              }),
            ),
          );
        }
        const fold = (await eventsOf(elsewhere(), stream)).reduce<Review | undefined>(evolveReview, undefined);
        expect((await here().store.current(stream))?.state).toEqual(fold);
        expect((await elsewhere().store.current(stream))?.state).toEqual(fold);
      }),
      { numRuns: 25 },
    );
  });
}

/** Answers, or now and then redacts the newest note of that prompt. */
function nextEvent(state: Review | undefined, prompt: string, note: string | null, redact: boolean): ReviewEvent {
  const answers = state?.items.get(prompt)?.answers ?? [];
  const seal = answers.at(-1)?.answer.note?.seal;
  if (redact && seal !== undefined) return { type: 'TextRedacted', seal, reason: { text: 'a name was in it' } };
  return answered(prompt, answers.length + 1, note ?? undefined);
}

export async function record(
  { store }: Pick<Records, 'store'>,
  stream: Stream<'review'>,
  ...events: readonly ReviewEvent[]
): Promise<Changed<'review'>> {
  const changed = await store.change(stream, { ...act, decide: () => ({ events }) });
  if (isRefusal(changed)) throw new Error(changed.sentence);
  return changed;
}

export async function eventsOf({ store }: Pick<Records, 'store'>, stream: Stream<'review'>, after?: number) {
  const events: Recorded<ReviewEvent>[] = [];
  for await (const some of store.read(stream, after)) events.push(...some);
  return events;
}

export async function tell(
  { store }: Pick<Records, 'store'>,
  contact: string,
  ...events: readonly ContactEvent[]
): Promise<void> {
  const stream = contactStream(contact);
  const changed = await store.change(stream, { by: 'muster', source: { via: 'schedule' }, decide: () => ({ events }) });
  if (isRefusal(changed)) throw new Error(changed.sentence);
}
