/** The contract's part on people, messages and checklists. */
import { expect, test } from 'vitest';
import { checklistHash } from '../../src/domain/checklist/checklist-hash.ts';
import { fresh, smallChecklist } from './records-scene.ts';
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

  test('a checklist is kept once, under its hash', async () => {
    const hash = await here().checklists.keep(smallChecklist);
    expect(await here().checklists.keep(smallChecklist)).toBe(hash);
    const kept = await here().checklists.byHash(hash);
    expect(checklistHash(kept)).toBe(hash);
    await expect(here().checklists.byHash('0'.repeat(64))).rejects.toThrow('No checklist is kept under');
  });
}
