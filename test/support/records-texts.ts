/** The contract's part on free text: sealed, joined back, carried, redacted. */
import { expect, test } from 'vitest';
import { isRefusal } from '../../src/domain/event.ts';
import { eventsOf, record } from './records-appending.ts';
import { answered, fresh, opening, reviewStream } from './records-scene.ts';
import type { Records } from './records-set.ts';

export function textsContract(here: () => Records, elsewhere: () => Records): void {
  test('words come back with their seal, and whatever was typed comes back as it can be stored', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    await record(here(), stream, answered('access.mfa', 1, 'nul \0 and half a pair \ud800, "quotes" and \u{1f600}'));
    const note = noteOf(await eventsOf(elsewhere(), stream));
    expect(note?.text).toBe('nul  and half a pair \ufffd, "quotes" and \u{1f600}');
    expect(note?.seal).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the same text has another seal each time, so nobody can guess it from its seal', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const { events } = await record(
      here(),
      stream,
      answered('access.mfa', 1, 'same'),
      answered('access.logs', 1, 'same'),
    );
    expect(noteOf(events.slice(0, 1))?.seal).not.toBe(noteOf(events.slice(1))?.seal);
  });

  test('words carried into another review keep their seal, and are redacted there too', async () => {
    const [old, next] = [reviewStream(fresh('r')), reviewStream(fresh('r'))];
    await record(here(), old, opening());
    const note = noteOf((await record(here(), old, answered('access.mfa', 1, 'Anna has the key'))).events);
    await record(here(), next, opening('2027-02-23T08:00:00.000Z'), answered('access.mfa', 1, note));
    const seal = note?.seal ?? '';
    expect(noteOf(await eventsOf(elsewhere(), next))).toEqual(note);
    expect((await elsewhere().store.current(next))?.state.items.get('access.mfa')?.answers[0]?.answer.note).toEqual(
      note,
    );

    await record(here(), old, { type: 'TextRedacted', seal, reason: { text: 'a name' } });

    for (const records of [here(), elsewhere()]) {
      for (const stream of [old, next]) {
        expect(noteOf(await eventsOf(records, stream))).toEqual({ seal, text: null });
        const state = (await records.store.current(stream))?.state;
        expect(state?.items.get('access.mfa')?.answers[0]?.answer.note).toEqual({ seal, text: null });
      }
    }
    const last = (await here().readings.lastAnswers('small-program')).get('access.mfa');
    if (last?.review === next.id) expect(last.answer.note).toEqual({ seal, text: null });
  });

  test('what is known of a review without asking is nothing that somebody wrote', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const { state } = await record(here(), stream, answered('access.mfa', 1, 'Anna has the key'));
    const { id, programId, zone, checklist } = state;
    for (const records of [here(), elsewhere()]) {
      expect(await records.store.openedAs(id)).toStrictEqual({ id, programId, zone, checklist });
      expect(await records.store.openedAs(fresh('r'))).toBeUndefined();
    }
  });

  test('a seal nobody gave is neither carried nor redacted', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const seal = 'f'.repeat(64);
    await expect(record(here(), stream, answered('access.mfa', 1, { text: 'x', seal }))).rejects.toThrow(seal);
    await expect(record(here(), stream, { type: 'TextRedacted', seal, reason: { text: 'y' } })).rejects.toThrow(seal);
    expect(await eventsOf(here(), stream)).toHaveLength(1);
  });

  test('written and redacted within one act, nothing of it stays', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const [, redacted] = await Promise.all([
      record(here(), stream, answered('access.mfa', 1, 'oh no')),
      here().store.change(stream, {
        by: 'p-lead',
        source: { via: 'terminal' },
        decide: (state) => {
          const seal = state?.items.get('access.mfa')?.answers[0]?.answer.note?.seal;
          if (seal === undefined) return { refused: 'unknown', sentence: 'Nothing there.' };
          return { events: [{ type: 'TextRedacted', seal, reason: { text: 'typed by mistake' } }] };
        },
      }),
    ]);
    expect(isRefusal(redacted)).toBe(false);
    expect(noteOf(await eventsOf(here(), stream))?.text).toBeNull();
  });
}

function noteOf(events: Readonly<Awaited<ReturnType<typeof eventsOf>>>) {
  const given = events.flatMap(({ event }) => (event.type === 'QuestionAnswered' ? [event] : []));
  return given[0]?.answer.note;
}
