/** The contract's part on how messages are kept current: by whichever process draws. */
import { describe, expect, test } from 'vitest';
import type { MessageRef } from '../../src/domain/contact/events.ts';
import { act, answered, fresh, opening, reviewStream } from './records-scene.ts';
import type { Records } from './records-set.ts';

const answering = { ...act, decide: () => ({ events: [answered('access.mfa', 1)] }) };

export function drawingsContract(here: () => Records): void {
  describe('a message that shows a review', () => {
    const place = async () => {
      const stream = reviewStream(fresh('r'));
      await here().store.change(stream, { ...act, decide: () => ({ events: [opening()] }) });
      const contact = fresh('c');
      const ref = { platform: 'slack', conversation: contact, message: '1' } as const;
      const view = { show: 'opening', review: stream.id } as const;
      await here().messages.add({ ref, contact, view, at: '2026-11-24T08:00:00.000Z', mark: 'as sent' });
      const outdated = async () => (await here().messages.outdated(stream.id, ['slack'])).map((one) => one.ref);
      return { ref, stream, outdated };
    };
    const drawing = async (ref: MessageRef) => {
      const begun = await here().messages.begin(ref);
      if (!begun) throw new Error('There is no such message.');
      return begun;
    };

    test('is outdated until it is drawn, and again after the next event', async () => {
      const { ref, stream, outdated } = await place();
      expect(await outdated()).toEqual([ref]);
      expect(await here().messages.outdated(stream.id, ['teams'])).toEqual([]);
      const first = await drawing(ref);
      expect(first.mark).toBe('as sent');
      await here().messages.drawn(first, 'as it is');
      expect(await outdated()).toEqual([]);
      await here().store.change(stream, answering);
      expect(await outdated()).toEqual([ref]);
      expect(await here().messages.reviewsOutdated('2000-01-01T00:00:00.000Z', ['slack'])).toContain(stream.id);
      expect(await here().messages.reviewsOutdated('2999-01-01T00:00:00.000Z', ['slack'])).toEqual([]);
      expect((await drawing(ref)).mark).toBe('as it is');
    });

    test('is not tried before its turn has come, and then after those that wait', async () => {
      const { ref, stream, outdated } = await place();
      const other = { ...ref, message: '2' };
      const view = { show: 'status', review: stream.id } as const;
      await here().messages.add({ ref: other, contact: ref.conversation, view, at: '2026-11-24T08:00:00.000Z' });
      expect(await outdated()).toEqual([ref, other]);
      await drawing(ref);
      await here().messages.sending(ref);
      await drawing(other);
      expect(await outdated()).toEqual([other, ref]);
      await here().messages.sending(other);
      expect(await outdated()).toEqual([ref, other]);
    });

    test('stands in no known form while it is being sent, and as it stood where that was not', async () => {
      const { ref, outdated } = await place();
      const alone = await drawing(ref);
      await here().messages.sending(ref);
      await here().messages.putOff(alone);
      const first = await drawing(ref);
      const marks = async () => [(await here().messages.byRef(ref))?.mark, (await drawing(ref)).mark];
      expect([first.mark, (await here().messages.byRef(ref))?.mark]).toEqual(['as sent', 'as sent']);
      await here().messages.sending(ref);
      expect(await marks()).toEqual([undefined, undefined]);
      // Another began, and may have sent too.
      await here().messages.putOff(first);
      expect((await drawing(ref)).mark).toBeUndefined();
      expect(await outdated()).toEqual([ref]);
    });

    test('is put off until a time, or until it is drawn or somebody else’s', async () => {
      const { ref, stream } = await place();
      const { messages } = here();
      const until = '2026-11-24T09:00:00.000Z';
      const notBefore = async () => (await messages.outdated(stream.id, ['slack'])).map((one) => one.notBefore);
      const isAsked = async (now?: string) =>
        (await messages.reviewsOutdated('2000-01-01T00:00:00.000Z', ['slack'], now)).includes(stream.id);
      const putOff = async () => messages.putOff(await drawing(ref), until);
      await putOff();
      expect(await notBefore()).toEqual([until]);
      const times = ['2026-11-24T08:59:59.999Z', until, undefined];
      expect(await Promise.all(times.map(isAsked))).toEqual([false, true, true]);
      await messages.drawn(await drawing(ref));
      expect(await notBefore()).toEqual([undefined]);
      await putOff();
      const view = { show: 'status', review: stream.id } as const;
      await messages.add({ ref, contact: fresh('c'), view, at: until });
      expect(await notBefore()).toEqual([undefined]);
    });

    test('is outdated by what happens while it is drawn', async () => {
      const { ref, stream, outdated } = await place();
      const begun = await drawing(ref);
      await here().store.change(stream, answering);
      await here().messages.drawn(begun, 'as it was');
      expect(await outdated()).toEqual([ref]);
    });

    test('is outdated where it may or may not stand as drawn, and in which form is not known', async () => {
      const { ref, outdated } = await place();
      await here().messages.drawn(await drawing(ref), 'as it was');
      await here().messages.drawn(await drawing(ref));
      expect(await outdated()).toEqual([ref]);
      expect((await drawing(ref)).mark).toBeUndefined();
    });

    test.each([
      ['shows something else', (ref: MessageRef) => here().messages.show(ref, { show: 'mine' })],
      ['is turned to another part', (ref: MessageRef) => here().messages.turnTo(ref, 2)],
      [
        'has something entered in it',
        (ref: MessageRef) => here().messages.keepUnsaved(ref, { entered: { a: 'Half' } }),
      ],
    ])('is not believed to be as drawn where it %s meanwhile', async (_, change) => {
      const { ref } = await place();
      const begun = await drawing(ref);
      await change(ref);
      await here().messages.drawn(begun, 'as it was');
      expect((await drawing(ref)).mark).not.toBe('as it was');
    });

    test('shows the part that somebody turned to, until it shows something else', async () => {
      const { ref, stream } = await place();
      const partOf = async () => [(await here().messages.byRef(ref))?.part, (await drawing(ref)).part];
      expect(await partOf()).toEqual([undefined, undefined]);
      await here().messages.turnTo(ref, 3);
      await here().messages.show(ref, { show: 'opening', review: stream.id });
      expect(await partOf()).toEqual([3, 3]);
      await here().messages.show(ref, { show: 'status', review: stream.id });
      expect(await partOf()).toEqual([undefined, undefined]);
    });

    test('keeps what was entered there and not saved, whatever it shows, until that is dropped', async () => {
      const { ref, stream } = await place();
      const unsaved = async () => [(await here().messages.byRef(ref))?.unsaved, (await drawing(ref)).unsaved];
      expect(await unsaved()).toEqual([undefined, undefined]);
      const words = { 'access/text': 'Half a “sentence” \\ 每 \n and', 'access/many': ['a', 'b'] };
      await here().messages.keepUnsaved(ref, { entered: words });
      await here().messages.keepUnsaved(ref, { entered: { 'access/many': ['c'], "it's": true } });
      await here().messages.show(ref, { show: 'status', review: stream.id });
      const both = { ...words, 'access/many': ['c'], "it's": true };
      expect(await unsaved()).toEqual([both, both]);
      await here().messages.keepUnsaved(ref, {
        entered: { 'access/text': '' },
        dropped: ["it's", 'access/many', '{,"'],
      });
      expect(await unsaved()).toEqual([{ 'access/text': '' }, { 'access/text': '' }]);
      await here().messages.keepUnsaved(ref, { dropped: ['access/text'] });
      expect(await unsaved()).toEqual([undefined, undefined]);
      await here().messages.keepUnsaved({ ...ref, message: 'none' }, { entered: words });
      expect(await here().messages.byRef({ ...ref, message: 'none' })).toBeUndefined();
    });

    test.each([
      ['first', 0],
      ['last', 1],
    ])('is drawn once more when two drew it at once and the earlier to begin ends %s', async (_, at) => {
      const { ref, outdated } = await place();
      const both = [await drawing(ref), await drawing(ref)];
      const inOrder = at === 0 ? both : both.toReversed();
      for (const one of inOrder) await here().messages.drawn(one, 'mine');
      expect(await outdated()).toEqual([ref]);
      expect((await drawing(ref)).mark).toBeUndefined();
    });

    test('shows something else from then on, and is not drawn any more once it is gone', async () => {
      const { ref, stream, outdated } = await place();
      const section = { show: 'section', review: stream.id, section: 'access', page: 2 } as const;
      await here().messages.drawn(await drawing(ref), 'as it was');
      await here().messages.show(ref, section);
      expect(await outdated()).toEqual([ref]);
      expect((await drawing(ref)).view).toEqual(section);
      expect((await here().messages.byRef(ref))?.view).toEqual(section);
      await here().messages.gone(ref);
      expect(await outdated()).toEqual([]);
      expect(await here().messages.begin({ ...ref, message: 'none' })).toBeUndefined();
    });
  });
}
