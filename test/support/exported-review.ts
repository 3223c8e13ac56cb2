/** A small review with everything an export must carry: answers of every kind, a redaction, deliveries, a sign-off. */
import type { ContactEvent } from '../../src/domain/contact/events.ts';
import { isRefusal } from '../../src/domain/event.ts';
import type { Duty } from '../../src/domain/review/duty.ts';
import type { ReviewEvent } from '../../src/domain/review/events.ts';
import { reviewOpened } from '../../src/domain/review/events.ts';
import { exportReview } from '../../src/flow/export.ts';
import type { EventStore } from '../../src/flow/ports/event-store.ts';
import { givenChecklist } from './given-review.ts';
import { memoryArchive } from './memory-archive.ts';
import { memoryRecords } from './memory-records.ts';

const at = '2026-11-23T08:30:00.000Z';
export const spoken = 'Every cluster, through single sign-on, since "March" & <May>; =1+1';
const secret = 'The password is on the whiteboard.';

export async function exportedReview(options: { demo?: boolean } = {}): Promise<string> {
  const records = memoryRecords({ now: () => at });
  const people = await records.directory.remember([
    { key: 'anna', name: 'Anna Lindqvist', title: 'Platform lead', zone: 'Europe/Stockholm', platform: 'workspace' },
    { key: 'vera', name: 'Vera Holm', zone: 'Europe/Stockholm', platform: 'workspace' },
  ]);
  const anna = people.get('anna') ?? '';
  const checklist = givenChecklist([
    { id: 'a.one', owner: 'x' },
    { id: 'a.two', owner: 'x' },
    { id: 'b.one', owner: 'x' },
    { id: 'b.two', owner: 'x' },
  ]);
  const hash = await records.checklists.keep(checklist);
  const record = async (by: string, ...events: ReviewEvent[]) => {
    const act = { by, source: { via: 'workspace', ref: 'message-7' } as const, decide: () => ({ events }) };
    const changed = await records.store.change({ kind: 'review', id: 'r1' }, act);
    if (isRefusal(changed)) throw new Error(changed.sentence);
    return changed.events;
  };
  await record('muster', opening({ hash, anna, demo: options.demo ?? false, prompts: checklist.prompts }));
  await record(anna, answered('a.one', 1, { kind: 'verdict', verdict: 'no' }, 'falls short'));
  await record(anna, answered('a.one', 2, { kind: 'verdict', verdict: 'yes', detail: { text: spoken } }, 'meets'));
  const [hidden] = await record(
    anna,
    answered('a.two', 1, { kind: 'verdict', verdict: 'partly', detail: { text: secret } }, 'to be judged'),
  );
  await record(anna, {
    type: 'QuestionAnswered',
    prompt: 'b.one',
    revision: 1,
    answer: { status: 'not applicable', reason: { text: 'We have none.' }, evidence: [] },
    outcome: 'informational',
  });
  const seal = /"seal":"([0-9a-f]{64})"/.exec(JSON.stringify(hidden))?.[1] ?? '';
  await record(anna, { type: 'TextRedacted', seal, reason: { text: 'It held a password.' } });
  await deliver(records.store, anna);
  const ports = {
    ...records,
    archive: memoryArchive(records.shelf),
    clock: { now: () => at, everyMinute: () => async () => {} },
  };
  const lines = await exportReview(ports, 'r1');
  if (isRefusal(lines)) throw new Error(lines.sentence);
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

type Response = Extract<
  Extract<ReviewEvent, { type: 'QuestionAnswered' }>['answer'],
  { status: 'answered' }
>['response'];

function answered(
  prompt: string,
  revision: number,
  response: Response,
  outcome: 'meets' | 'falls short' | 'to be judged',
): ReviewEvent {
  const link = { text: 'https://wiki.larkfield.example/sso' };
  const evidence = revision === 2 ? [{ link, observedAt: '2026-11-20' }] : [];
  return { type: 'QuestionAnswered', prompt, revision, answer: { status: 'answered', response, evidence }, outcome };
}

async function deliver(store: EventStore, anna: string): Promise<void> {
  const duty: Duty = { key: 'r1/ask/x/x/0', review: 'r1', kind: 'ask', to: anna, subject: anna, ordinal: 0, at };
  const ref = { platform: 'workspace', conversation: 'c', message: 'm' } as const;
  const events: ContactEvent[] = [
    { type: 'DeliveryPlanned', delivery: 'd1', duties: [duty], at },
    { type: 'DeliverySent', delivery: 'd1', ref },
  ];
  await store.change(
    { kind: 'contact', id: anna },
    { by: 'muster', source: { via: 'schedule' }, decide: () => ({ events }) },
  );
}

function opening({
  hash,
  anna,
  demo,
  prompts,
}: {
  hash: string;
  anna: string;
  demo: boolean;
  prompts: readonly { id: string; section: string }[];
}) {
  return reviewOpened.parse({
    type: 'ReviewOpened',
    program: 'p1',
    title: 'Security review',
    scope: 'Production',
    period: { from: '2026-08-23', to: '2026-11-22' },
    tick: at,
    zone: 'Europe/Stockholm',
    checklist: { id: 'test', version: '1.0.0', hash },
    demo,
    lead: anna,
    approvers: [anna],
    policy: {},
    settings: {},
    standards: [],
    due: '2026-12-04',
    deadline: '2026-12-18',
    items: prompts.map(({ id, section }) => ({ prompt: id, section, asked: 'first review', owner: anna })),
    accountable: { a: anna, b: anna },
  });
}
