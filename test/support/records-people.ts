/** The contract's part on people, messages and checklists. */
import { describe, expect, test } from 'vitest';
import { checklistHash } from '../../src/domain/checklist/checklist-hash.ts';
import type { PersonEntry } from '../../src/flow/ports/directory.ts';
import { act, fresh, opening, reviewStream, smallChecklist } from './records-scene.ts';
import type { Records } from './records-set.ts';

export function peopleContract(here: () => Records): void {
  test('a person keeps an opaque id, and an address once learnt', async () => {
    const key = fresh('anna');
    const entry = { key, name: 'Anna Ek', zone: 'Europe/Stockholm', platform: 'slack' } as const;
    const id =
      (await here().directory.remember([{ ...entry, address: `U-${key}`, email: 'anna@example.org' }])).get(key) ?? '';
    expect(id).not.toContain('anna');
    expect((await here().directory.remember([{ ...entry, name: 'Anna Ek-Lund' }])).get(key)).toBe(id);
    expect((await here().directory.people()).get(id)).toEqual({
      ...entry,
      name: 'Anna Ek-Lund',
      id,
      address: `U-${key}`,
    });
    expect((await here().directory.byAddress('slack', `U-${key}`))?.id).toBe(id);
    expect(await here().directory.byAddress('teams', `U-${key}`)).toBeUndefined();
  });

  describe('an address learnt by an e-mail', () => {
    const standing = async () => {
      const key = fresh('anna');
      const entry = { key, name: 'Anna Ek', zone: 'UTC', platform: 'slack', email: `${key}@example.org` } as const;
      const { directory, messages, store } = here();
      const id = (await directory.remember([entry])).get(key) ?? '';
      await directory.learn(id, `U-${key}`);
      const stream = reviewStream(fresh('r'));
      await store.change(stream, { ...act, decide: () => ({ events: [opening()] }) });
      const ref = { platform: 'slack', conversation: `D-${key}`, message: '1' } as const;
      const at = '2026-11-24T08:00:00.000Z';
      await messages.add({ ref, contact: id, view: { show: 'opening', review: stream.id }, at });
      const knows = async () => (await directory.byAddress('slack', `U-${key}`))?.key === key;
      const isDrawn = async () => (await messages.outdated(stream.id, ['slack'])).length > 0;
      return { entry, id, address: `U-${key}`, ref, review: stream.id, knows, isDrawn };
    };

    type Standing = Awaited<ReturnType<typeof standing>>;
    const taken: readonly (readonly [string, (from: Standing) => Promise<unknown>])[] = [
      ['another e-mail', ({ entry }) => here().directory.remember([{ ...entry, email: 'another@example.org' }])],
      ['another platform', ({ entry }) => here().directory.remember([{ ...entry, platform: 'teams' }])],
      ['another address', ({ entry }) => here().directory.remember([{ ...entry, address: 'U-another' }])],
      ['another address that was found out', ({ id }) => here().directory.learn(id, 'U-found-out')],
      ['the word that it is not theirs', ({ id, address }) => here().directory.unlearn(id, address)],
      ['the word that it is another’s', ({ entry, address }) => here().directory.remember([another(entry, address)])],
      [
        'the finding that it is another’s',
        async ({ entry, address }) => {
          const { address: _, ...other } = another(entry, address);
          const [id = ''] = (await here().directory.remember([other])).values();
          await here().directory.learn(id, address);
        },
      ],
    ];
    const another = (entry: PersonEntry, address: string) => ({ ...entry, key: fresh('bo'), address });

    test.each(taken)('is forgotten with %s, and what stands there is drawn no more', async (_, take) => {
      const there = await standing();
      const { ref, id, knows, isDrawn } = there;
      await here().messages.keepUnsaved(ref, { entered: { a: 'Half a sentence' } });
      expect(await knows()).toBe(true);
      expect(await isDrawn()).toBe(true);
      const before = await here().messages.begin(ref);
      expect(before?.gone).toBeUndefined();
      await take(there);
      expect(await knows()).toBe(false);
      expect(await isDrawn()).toBe(false);
      expect((await here().messages.byRef(ref))?.unsaved).toBeUndefined();
      await here().messages.drawn(before ?? expect.fail(), 'by who did not know yet');
      expect(await isDrawn()).toBe(false);
      // Whoever may draw there has shown that it is theirs.
      const after = await here().messages.begin(ref);
      expect(after?.gone).toBe(true);
      await here().messages.drawn(after ?? expect.fail(), 'as they drew it');
      await here().messages.show(ref, { show: 'opening', review: 'any' });
      expect((await here().messages.outdated('any', ['slack'])).map((one) => one.ref)).toContainEqual(ref);
      expect((await here().messages.byRef(ref))?.contact).toBe(id);
    });

    test.each(taken)('is theirs again after %s, and what stands there is drawn at once', async (_, take) => {
      const there = await standing();
      const { id, address, ref, review, isDrawn } = there;
      const { directory, messages } = here();
      const isLookedFor = async () =>
        (await messages.reviewsOutdated('2999-01-01T00:00:00.000Z', ['slack'])).includes(review);
      await messages.drawn((await messages.begin(ref)) ?? expect.fail(), 'as it was');
      expect(await isDrawn()).toBe(false);
      await take(there);
      expect([await isDrawn(), await isLookedFor()]).toEqual([false, false]);
      await directory.learn(id, address);
      expect([await isDrawn(), await isLookedFor()]).toEqual([true, true]);
      const begun = (await messages.begin(ref)) ?? expect.fail();
      expect(begun).not.toHaveProperty('gone');
      // Nobody knows whether that came through, and the review may be over for long.
      await messages.drawn(begun);
      expect([await isDrawn(), await isLookedFor()]).toEqual([true, true]);
      await messages.drawn((await messages.begin(ref)) ?? expect.fail(), 'as it is');
      expect([await isDrawn(), await isLookedFor()]).toEqual([false, false]);
    });

    test('is theirs again, and what somebody deleted or what stands elsewhere is not drawn for that', async () => {
      const { id, address, ref, isDrawn } = await standing();
      const { directory, messages } = here();
      await directory.learn(id, `${address}-2`);
      await directory.learn(id, `${address}-3`);
      expect(await isDrawn()).toBe(false);
      await directory.learn(id, `${address}-2`);
      expect(await isDrawn()).toBe(false);
      await messages.gone(ref);
      await directory.learn(id, address);
      expect(await isDrawn()).toBe(false);
    });

    test.each(taken)('takes with it what was entered in a form there: %s', async (_, take) => {
      const there = await standing();
      const { conversations } = here();
      // A form in a message of its own has no row among the messages.
      const places = [there.ref, { ...there.ref, message: 'of its own' }];
      const elsewhere = { conversation: fresh('D'), message: '1' };
      const entered = { text: 'Half a sentence' };
      for (const place of [...places, elsewhere]) await conversations.hold(place, '2026-11-24T08:15:00.000Z', entered);
      await take(there);
      for (const place of places) expect(await conversations.enteredIn(place)).toBeUndefined();
      expect(await conversations.enteredIn(elsewhere)).toEqual(entered);
    });

    test.each(taken)(
      'takes with it what was entered in a form in a chat where nothing else stands: %s',
      async (_, take) => {
        const there = await standing();
        const { conversations } = here();
        const rest = { tenant: 'tenant', serviceUrl: 'https://teams.example/', type: 'personal' } as const;
        const [theirs, others] = [fresh('a'), fresh('a')];
        await conversations.learn({ ...rest, id: theirs, account: there.address });
        await conversations.learn({ ...rest, id: others, account: `${there.address}-2` });
        const entered = { text: 'Half a sentence' };
        for (const conversation of [theirs, others])
          await conversations.hold({ conversation, message: 'of its own' }, '2026-11-24T08:15:00.000Z', entered);
        await take(there);
        expect(await conversations.enteredIn({ conversation: theirs, message: 'of its own' })).toBeUndefined();
        expect(await conversations.enteredIn({ conversation: others, message: 'of its own' })).toEqual(entered);
      },
    );

    test('of a second account takes nothing with it that stands where the first was', async () => {
      const { entry, id, address, ref } = await standing();
      const { directory, messages, conversations } = here();
      const second = `${address}-2`;
      await directory.remember([another(entry, address)]);
      await directory.learn(id, second);
      const there = { ...ref, conversation: `${ref.conversation}-2` };
      await messages.add({ ref: there, contact: id, view: { show: 'mine' }, at: '2026-11-24T08:00:00.000Z' });
      const entered = { text: 'Half a sentence' };
      // Whose account the first is now fills in a form there.
      const theirs = { ...ref, message: 'of its own' };
      for (const place of [theirs, there]) await conversations.hold(place, '2026-11-24T08:15:00.000Z', entered);
      await directory.unlearn(id, second);
      expect(await conversations.enteredIn(theirs)).toEqual(entered);
      expect(await conversations.enteredIn(there)).toBeUndefined();
    });

    test('that is taken away as something else than it is, is not, and what stands there is drawn', async () => {
      const { id, knows, isDrawn } = await standing();
      await here().directory.unlearn(id, 'U-another');
      expect(await knows()).toBe(true);
      expect(await isDrawn()).toBe(true);
    });

    test('outlives another name, the same e-mail written otherwise, and a file that does not say it', async () => {
      const { entry, knows, isDrawn } = await standing();
      const { email, ...rest } = entry;
      for (const same of [{ ...entry, name: 'Anna Ek-Lund' }, { ...entry, email: email.toUpperCase() }, rest]) {
        await here().directory.remember([same]);
        expect(await knows()).toBe(true);
        expect(await isDrawn()).toBe(true);
      }
    });
  });

  test('an address is one person’s: whoever was said to have it last', async () => {
    const [before, after] = [fresh('old-key'), fresh('new-key')];
    const entry = { name: 'Bo', zone: 'UTC', platform: 'slack', address: `U-${before}` } as const;
    await here().directory.remember([{ ...entry, key: before }]);
    const ids = await here().directory.remember([{ ...entry, key: after }]);
    expect((await here().directory.byAddress('slack', entry.address))?.id).toBe(ids.get(after));
  });

  test('an address found out later is kept, and is nobody else’s any more', async () => {
    const [anna, bo] = [fresh('anna'), fresh('bo')];
    const entry = { name: 'Somebody', zone: 'UTC', platform: 'slack' } as const;
    const { directory } = here();
    const ids = await directory.remember([
      { ...entry, key: anna },
      { ...entry, key: bo, address: `U-${bo}` },
    ]);
    await directory.learn(ids.get(anna) ?? '', `U-${bo}`);
    expect((await directory.byAddress('slack', `U-${bo}`))?.key).toBe(anna);
    expect((await directory.people()).get(ids.get(bo) ?? '')?.address).toBeUndefined();
    await directory.unlearn(ids.get(anna) ?? '', 'another');
    expect((await directory.byAddress('slack', `U-${bo}`))?.key).toBe(anna);
    await directory.unlearn(ids.get(anna) ?? '', `U-${bo}`);
    expect(await directory.byAddress('slack', `U-${bo}`)).toBeUndefined();
    await directory.learn('nobody', 'U-0');
    expect(await directory.byAddress('slack', 'U-0')).toBeUndefined();
  });

  test('a message is found by where it is, whom it went to, and what it shows', async () => {
    const [contact, review] = [fresh('c'), fresh('r')];
    const at = '2026-11-24T08:00:00.000Z';
    const ref = (message: string) => ({ platform: 'workspace', conversation: contact, message }) as const;
    const { messages } = here();
    const first = { ref: ref('1'), contact, view: { show: 'opening', review }, at, delivery: 'd-1' } as const;
    const second = { ref: ref('2'), contact, view: { show: 'mine' }, at } as const;
    for (const message of [first, second, first]) await messages.add(message);
    expect(await messages.of(contact)).toEqual([first, second]);
    expect(await messages.of(contact, 1)).toEqual([second]);
    expect(await messages.byRef(ref('1'))).toEqual(first);
    expect(await messages.byRef(ref('3'))).toBeUndefined();
  });

  test('a message that goes to somebody else is theirs, and has nothing of the one before', async () => {
    const [before, after] = [fresh('c'), fresh('c')];
    const ref = { platform: 'workspace', conversation: before, message: '1' } as const;
    const view = { show: 'opening', review: fresh('r') } as const;
    const at = '2026-11-24T08:00:00.000Z';
    const { messages } = here();
    await messages.add({ ref, contact: before, view: { show: 'mine' }, at, delivery: 'd-1' });
    await messages.turnTo(ref, 2);
    await messages.keepUnsaved(ref, { entered: { a: 'Half a sentence' } });
    const drawing = (await messages.begin(ref)) ?? expect.fail();
    await messages.gone(ref);
    const { conversations } = here();
    await conversations.hold(ref, at, { a: 'Half a sentence' });
    await messages.add({ ref, contact: before, view, at });
    expect(await conversations.enteredIn(ref)).toEqual({ a: 'Half a sentence' });
    await messages.add({ ref, contact: after, view, at });
    expect(await conversations.enteredIn(ref)).toBeUndefined();
    expect(await messages.byRef(ref)).toEqual({ ref, contact: after, view, at });
    expect([await messages.of(before), (await messages.of(after)).length]).toEqual([[], 1]);
    const outdated = async () => (await messages.outdated(view.review, ['workspace'])).map((one) => one.ref);
    expect(await outdated()).toEqual([ref]);
    // It was drawn for the one before.
    await messages.drawn(drawing, 'as it was');
    expect(await outdated()).toEqual([ref]);
  });

  test('a checklist is kept once, under its hash', async () => {
    const hash = await here().checklists.keep(smallChecklist);
    expect(await here().checklists.keep(smallChecklist)).toBe(hash);
    const kept = await here().checklists.byHash(hash);
    expect(checklistHash(kept)).toBe(hash);
    await expect(here().checklists.byHash('0'.repeat(64))).rejects.toThrow('No checklist is kept under');
  });
}
