/** The contract's part on what exports and proofs are made of. */
import { expect, test } from 'vitest';
import { type Link, redactedBy, sealsIn, verifyChain, verifySeals } from '../../src/domain/chain.ts';
import type { Stream } from '../../src/domain/event.ts';
import { record, tell } from './records-appending.ts';
import { answered, dutyOf, fresh, opening, reviewStream } from './records-scene.ts';
import type { Records } from './records-set.ts';

export function archiveContract(here: () => Records): void {
  test('a stream comes out in the bytes that were hashed, with texts and salts, and proves itself', async () => {
    const stream = reviewStream(fresh('r'));
    await record(here(), stream, opening());
    const notes = Array.from({ length: 120 }, (_, index) => answered('access.mfa', index + 1, `note ${index}`));
    const { events } = await record(here(), stream, ...notes);
    const first = events[0]?.event;
    const seal = (first?.type === 'QuestionAnswered' && first.answer.note?.seal) || '';
    await record(here(), stream, { type: 'TextRedacted', seal, reason: { text: 'a name' } });
    const links = await linksOf(here(), stream);
    expect(links).toHaveLength(122);
    expect(verifyChain(links)).toEqual([]);
    const named = [...new Set(links.flatMap(({ body }) => [...sealsIn(body)]))];
    const texts = new Map((await here().archive.texts(named)).map((text) => [text.seal, text]));
    const redactions = await here().archive.redactionsOf(named.filter((one) => !texts.has(one)));
    expect(redactions.map(redactedBy)).toEqual([seal]);
    expect(verifySeals(named, texts, new Set([seal]))).toEqual([]);
    expect(verifySeals(named, texts, new Set())).toHaveLength(1);
    expect(JSON.stringify(links)).not.toContain('note 7');
  });

  test('of a contact, what speaks of one review comes out, and nothing of another', async () => {
    const [contact, review, other] = [fresh('c'), fresh('r'), fresh('r')];
    const [ours, dropped, held, theirs] = [
      dutyOf(review, contact, 0),
      dutyOf(review, contact, 1),
      dutyOf(review, contact, 2),
      dutyOf(other, contact),
    ];
    for (const id of [review, other]) await record(here(), reviewStream(id), opening());
    await record(here(), reviewStream(review), { type: 'DutiesFellDue', duties: [ours, dropped, held] });
    await record(here(), reviewStream(other), { type: 'DutiesFellDue', duties: [theirs] });
    const [mine, yours] = [fresh('d'), fresh('d')];
    const at = '2026-11-24T08:00:00.000Z';
    await tell(
      here(),
      contact,
      { type: 'DeliveryPlanned', delivery: mine, duties: [ours, theirs], at },
      { type: 'DutiesHeldBack', duties: [held.key], because: 'a free day', until: at },
      { type: 'DutiesDropped', duties: [dropped.key], because: 'answered' },
      { type: 'DeliveryPlanned', delivery: yours, duties: [dutyOf(other, contact, 5)], at },
      { type: 'DeliveryClaimed', delivery: yours, until: at },
      { type: 'DeliveryClaimed', delivery: mine, until: at },
      { type: 'DeliveryUncertain', delivery: mine, why: 'the connection broke' },
    );
    const about: Link[] = [];
    for await (const some of here().archive.deliveriesAbout(review)) about.push(...some);
    const types = ['DeliveryPlanned', 'DutiesHeldBack', 'DutiesDropped', 'DeliveryClaimed', 'DeliveryUncertain'];
    expect(about.map(({ type }) => type)).toEqual(types);
  });
}

async function linksOf({ archive }: Records, stream: Stream): Promise<readonly Link[]> {
  const links: Link[] = [];
  for await (const some of archive.links(stream)) links.push(...some);
  return links;
}
