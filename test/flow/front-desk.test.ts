/** What people send to the front desk, also when something goes wrong in the middle of it. */
import { describe, expect, it } from 'vitest';
import type { FormValues } from '../../src/domain/card/form.ts';
import { isRefusal, type ReviewId } from '../../src/domain/event.ts';
import { openNow } from '../../src/flow/open.ts';
import { StoreUnavailable } from '../../src/flow/ports/event-store.ts';
import { bySchedule } from '../../src/flow/soon.ts';
import { checklist } from '../support/a-review.ts';
import { type World, world } from '../support/world.ts';

async function opened(here: World): Promise<ReviewId> {
  const review = await openNow(here.ports, here.program.id, bySchedule);
  return typeof review === 'string' ? review : expect.fail(review.sentence);
}

async function answered({ ports }: World, review: ReviewId): Promise<readonly string[]> {
  const current = await ports.store.current({ kind: 'review', id: review });
  const items = [...(current?.state.items.values() ?? [])];
  return items.filter(({ answers }) => answers.length > 0).map(({ prompt }) => prompt);
}

/** The first section of somebody's, with the same choice made wherever there is one to make. */
async function filledSection(here: World, review: ReviewId, owner: string) {
  const current = await here.ports.store.current({ kind: 'review', id: review });
  const own = [...(current?.state.items.values() ?? [])].find((item) => item.owner === here.who(owner));
  const section = checklist.prompts.find(({ id }) => id === own?.prompt)?.section ?? expect.fail('They own nothing.');
  const form = await here.desk.form({ form: 'section', review, section, page: 1 }, here.who(owner));
  if (isRefusal(form)) expect.fail(form.sentence);
  const chosen = form.fields.flatMap(({ id, ...field }) =>
    field.input === 'one' && id.split('/').length === 2 ? [[id, field.options[0]?.id ?? ''] as const] : [],
  );
  const values: FormValues = Object.fromEntries(chosen);
  return { ref: form.ref, values, prompts: chosen.map(([id]) => id.split('/')[0] ?? '') };
}

it('a form that failed in the middle and is sent again unchanged records what was left, all of it and once', async () => {
  const here = await world();
  const review = await opened(here);
  const { ref, values, prompts } = await filledSection(here, review, 'platform');
  expect(prompts.length).toBeGreaterThan(1);
  const actor = { ...here.as('platform'), once: 'form/V1/hash/values' };
  const { change } = here.ports.store;
  let written = 0;
  const failing: typeof change = async (stream, act) => {
    written += 1;
    if (written === 2) throw new StoreUnavailable('The database is away.');
    return change(stream, act);
  };
  Object.assign(here.ports.store, { change: failing });
  await expect(here.desk.submit(ref, values, actor)).rejects.toThrow(StoreUnavailable);
  Object.assign(here.ports.store, { change });
  expect(await answered(here, review)).toHaveLength(1);
  expect(await here.desk.submit(ref, values, actor)).toMatchObject({ done: true });
  expect([...(await answered(here, review))].sort()).toEqual([...prompts].sort());
});

describe('what one person sees is shown to everybody', () => {
  it('where it is counts, in the review’s own channel, and nowhere else', async () => {
    const here = await world();
    const review = await opened(here);
    const home = { platform: 'workspace', id: 'platform-security' } as const;
    const { desk } = here;
    expect(await desk.sharedAs({ show: 'status', review }, home)).toBe('channel:kubernetes-security');
    expect(await desk.sharedAs({ show: 'status', review }, { ...home, id: 'elsewhere' })).toBeUndefined();
    expect(await desk.sharedAs({ show: 'status', review }, { ...home, platform: 'slack' })).toBeUndefined();
    expect(await desk.sharedAs({ show: 'why', review }, home)).toBeUndefined();
    expect(await desk.sharedAs({ show: 'status', review: 'of nobody' }, home)).toBeUndefined();
  });
});
