import { describe, expect, it } from 'vitest';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import type { Answer } from '../../../src/domain/checklist/response.ts';
import { askedItems, openItems } from '../../../src/domain/review/asked.ts';
import { mayCarry } from '../../../src/domain/review/carry.ts';
import type { LastAnswer } from '../../../src/domain/review/events.ts';
import { evolveReview } from '../../../src/domain/review/evolve.ts';
import { openingOf } from '../../../src/domain/review/opening.ts';
import { currentAnswer } from '../../../src/domain/review/review.ts';
import { answerSetHash } from '../../../src/domain/review/sign-off.ts';
import { written } from '../../../src/domain/words.ts';
import {
  acting,
  calendar,
  checklist,
  eventsOf,
  opened,
  openedAt,
  program,
  recorded,
  refusalOf,
} from '../../support/a-review.ts';

const mfa = 'access-control.mfa'; // critical, owned by security
const segmentation = 'network.network-policies'; // owned by platform
const journey = 'change-management.code-journey'; // text, judged by a reviewer; owned by dev
const review = opened().id;

const verdict = (verdict: 'yes' | 'no' | 'partly'): Answer => ({
  status: 'answered',
  response: { kind: 'verdict', verdict },
  evidence: [],
});
const text = (words: string): Answer => ({
  status: 'answered',
  response: { kind: 'text', text: written(words) },
  evidence: [],
});
const answer = (prompt: string, given: Answer, revision = 0) =>
  ({ does: 'answer', review, prompt, revision, answer: given }) as const;

describe('answering', () => {
  it('records the owner’s click with its outcome', () => {
    const world = acting();
    const [event] = eventsOf(world.decide('platform', answer(segmentation, verdict('yes'))));
    expect(event).toMatchObject({ type: 'QuestionAnswered', prompt: segmentation, revision: 1, outcome: 'meets' });
    expect(event).not.toHaveProperty('onBehalfOf');
  });

  it('marks an answer somebody else gave for the owner', () => {
    const [event] = eventsOf(acting().decide('security', answer(segmentation, verdict('no'))));
    expect(event).toMatchObject({ onBehalfOf: 'platform', outcome: 'falls short' });
  });

  it('refuses who has no part in it, and names whose it is', () => {
    const refusal = refusalOf(acting().decide('stranger', answer(segmentation, verdict('yes'))));
    expect(refusal).toMatchObject({ refused: 'not yours' });
    expect(refusal.sentence).toContain('Pia Lund');
  });

  it('refuses a click on a card that shows an older answer, and keeps the newer one', () => {
    const world = acting();
    world.decide('platform', answer(segmentation, verdict('no')));
    expect(refusalOf(world.decide('platform', answer(segmentation, verdict('yes')))).refused).toBe('stale');
    expect(currentAnswer(world.review.items.get(segmentation) ?? expect.fail())?.outcome).toBe('falls short');
    eventsOf(world.decide('platform', answer(segmentation, verdict('yes'), 1)));
    expect(currentAnswer(world.review.items.get(segmentation) ?? expect.fail())).toMatchObject({
      revision: 2,
      outcome: 'meets',
    });
  });

  it('wants a reason for each way not to answer', () => {
    for (const status of ['not applicable', "don't know", 'declined'] as const) {
      const bare = acting().decide('platform', answer(segmentation, { status, reason: written(' '), evidence: [] }));
      expect(refusalOf(bare).fields?.[0]?.field).toBe('reason');
      const given = acting().decide(
        'platform',
        answer(segmentation, { status, reason: written('No such thing here'), evidence: [] }),
      );
      expect(eventsOf(given)).toHaveLength(1);
    }
  });

  it('refuses an answer of another kind than the prompt asks for', () => {
    expect(refusalOf(acting().decide('dev', answer(journey, verdict('yes')))).refused).toBe('does not fit');
  });

  it('keeps a plain yes at once and takes its detail after', () => {
    const world = acting();
    eventsOf(world.decide('security', answer(mfa, verdict('yes'))));
    const more = {
      does: 'give detail',
      review,
      prompt: mfa,
      revision: 1,
      detail: written('Hardware keys for all'),
    } as const;
    eventsOf(world.decide('security', more));
    const given = currentAnswer(world.review.items.get(mfa) ?? expect.fail());
    expect(given).toMatchObject({ revision: 2, answer: { response: { detail: { text: 'Hardware keys for all' } } } });
  });

  it('does not ask a follow-up until the answer before it calls for it', () => {
    const world = acting();
    const follow = checklist.prompts.find((prompt) => prompt.askedIf) ?? expect.fail();
    expect(refusalOf(world.decide('sre', answer(follow.id, text('By hand')))).refused).toBe('not possible');
    const before = askedItems(world.review, checklist).length;
    const asked = follow.askedIf ?? expect.fail();
    const owner = world.review.items.get(asked.prompt)?.owner ?? expect.fail();
    eventsOf(world.decide(owner, answer(asked.prompt, verdict('yes'))));
    expect(askedItems(world.review, checklist)).toHaveLength(before + 1);
  });

  it('never answers a prompt that follows from its sub-questions', () => {
    const derived = checklist.prompts.find((prompt) => prompt.outcome.by === 'sub-questions') ?? expect.fail();
    expect(refusalOf(acting().decide('platform', answer(derived.id, verdict('yes')))).refused).toBe('not possible');
  });

  it('copies another answer of the same review, marked', () => {
    const world = acting();
    eventsOf(world.decide('platform', answer(segmentation, verdict('yes'))));
    const copy = { does: 'answer same as', review, prompt: 'cluster.rbac', revision: 0, other: segmentation } as const;
    expect(eventsOf(world.decide('platform', copy))[0]).toMatchObject({ sameAs: segmentation, prompt: 'cluster.rbac' });
  });
});

const lastYes = (over: Partial<LastAnswer> = {}): LastAnswer => ({
  review: 'before',
  tick: '2026-08-20T08:00:00.000Z',
  by: 'platform',
  at: '2026-08-24T10:00:00.000Z',
  answer: verdict('yes'),
  outcome: 'meets',
  carried: 0,
  ...over,
});

describe('as last time', () => {
  const seen = { prompt: segmentation, revision: 0 };
  const carry = { does: 'answer as last time' as const, review, prompts: [seen] };

  it('carries the last answer forward, marked and counted', () => {
    const world = acting(opened({ last: new Map([[segmentation, lastYes({ carried: 1 })]]) }));
    const [event] = eventsOf(world.decide('platform', carry));
    expect(event).toMatchObject({
      carried: { from: 'before', at: '2026-08-24T10:00:00.000Z', times: 2 },
      outcome: 'meets',
    });
  });

  it('is not possible when carried twice already, for what fell short, for what is critical, or where nothing stands', () => {
    const lasts = [lastYes({ carried: 2 }), lastYes({ outcome: 'falls short' })];
    for (const last of lasts) {
      const world = acting(opened({ last: new Map([[segmentation, last]]) }));
      expect(refusalOf(world.decide('platform', carry)).refused).toBe('not possible');
    }
    const critical = acting(opened({ last: new Map([[mfa, lastYes()]]) }));
    const bulk = { ...carry, prompts: [{ prompt: mfa, revision: 0 }] };
    expect(refusalOf(critical.decide('security', bulk)).refused).toBe('not possible');
    expect(refusalOf(acting().decide('platform', carry)).refused).toBe('not possible');
  });

  it('carries what it can of many and leaves what was answered meanwhile', () => {
    const firewall = 'supply.infrastructure-protection';
    const last = new Map([segmentation, firewall].map((id) => [id, lastYes()]));
    const world = acting(opened({ last }));
    eventsOf(world.decide('platform', answer(segmentation, verdict('no'))));
    const both = { ...carry, prompts: [seen, { prompt: firewall, revision: 0 }] };
    expect(eventsOf(world.decide('platform', both))).toHaveLength(1);
    expect(currentAnswer(world.review.items.get(segmentation) ?? expect.fail())?.outcome).toBe('falls short');
  });

  it('never offers a critical prompt', () => {
    const item = opened({ last: new Map([[mfa, lastYes()]]) }).items.get(mfa) ?? expect.fail();
    expect(mayCarry(item, promptOf(checklist, mfa), opened())).toBe(false);
  });
});

describe('what is carried stays marked', () => {
  it('keeps the age of the answer itself, however often it is carried', () => {
    const first = '2025-11-24T10:00:00.000Z';
    const world = acting(opened({ last: new Map([[segmentation, lastYes({ carried: 1, givenAt: first })]]) }));
    const carry = { does: 'answer as last time' as const, review, prompts: [{ prompt: segmentation, revision: 0 }] };
    expect(eventsOf(world.decide('platform', carry))[0]).toMatchObject({ carried: { at: first, times: 2 } });
  });

  it('stays carried when copied, and is not copied to what is critical', () => {
    const world = acting(opened({ last: new Map([[segmentation, lastYes()]]) }));
    const carry = { does: 'answer as last time' as const, review, prompts: [{ prompt: segmentation, revision: 0 }] };
    eventsOf(world.decide('platform', carry));
    const copy = { does: 'answer same as' as const, review, revision: 0, other: segmentation };
    const firewall = { ...copy, prompt: 'supply.infrastructure-protection' };
    expect(eventsOf(world.decide('platform', firewall))[0]).toMatchObject({ carried: { times: 1 } });
    expect(refusalOf(world.decide('security', { ...copy, prompt: mfa })).refused).toBe('not possible');
  });

  it('is never what a chosen standard makes critical', () => {
    const prompt = checklist.prompts.find((one) => one.severityIf?.severity === 'critical') ?? expect.fail();
    const standards = [prompt.severityIf?.standard ?? expect.fail()];
    const weighty = { ...program, settings: { ...program.settings, standards } };
    const last = new Map([[prompt.id, lastYes()]]);
    const offered = (one: typeof program) =>
      mayCarry(opened({ program: one, last }).items.get(prompt.id) ?? expect.fail(), prompt, opened({ program: one }));
    expect(offered(program)).toBe(true);
    expect(offered(weighty)).toBe(false);
  });
});

describe('judging', () => {
  const judge = {
    does: 'judge',
    review,
    prompt: journey,
    revision: 1,
    outcome: 'meets',
    reason: written('Traced one change'),
  } as const;

  it('is for the lead and the approvers, not for who answered', () => {
    const world = acting();
    eventsOf(world.decide('dev', answer(journey, text('Pull request, review, pipeline'))));
    expect(refusalOf(world.decide('dev', judge)).refused).toBe('not yours');
    expect(eventsOf(world.decide('security', judge))[0]).toMatchObject({ type: 'AnswerJudged', outcome: 'meets' });
  });

  it('refuses the lead’s judgement of their own answer and says who may', () => {
    const world = acting();
    eventsOf(world.decide('security', answer(journey, text('Written for Dana'))));
    expect(refusalOf(world.decide('security', judge)).sentence).toContain('Alva Berg');
  });

  it('cannot turn what the checklist decided', () => {
    const world = acting();
    eventsOf(world.decide('platform', answer(segmentation, verdict('no'))));
    const turned = { ...judge, prompt: segmentation };
    expect(refusalOf(world.decide('security', turned)).sentence).toContain('falls short');
    const declined = { status: 'declined', reason: written('Not saying'), evidence: [] } as const;
    eventsOf(world.decide('security', answer(mfa, { ...declined, evidence: [] })));
    expect(refusalOf(world.decide('approver', { ...judge, prompt: mfa })).refused).toBe('not possible');
  });

  it('wants a reason, and an outcome that says something', () => {
    const world = acting();
    eventsOf(world.decide('dev', answer(journey, text('Pull request'))));
    expect(refusalOf(world.decide('security', { ...judge, reason: written('') })).fields?.[0]?.field).toBe('reason');
    expect(refusalOf(world.decide('security', { ...judge, outcome: 'to be judged' })).fields?.[0]?.field).toBe(
      'outcome',
    );
  });
});

describe('handing over', () => {
  const over = { does: 'hand over' as const, review, prompts: [segmentation], to: 'sre' };

  it('moves what is one’s own to somebody of the program', () => {
    const world = acting();
    eventsOf(world.decide('platform', over));
    expect(world.review.items.get(segmentation)?.owner).toBe('sre');
  });

  it('refuses somebody who is known, and of another program', () => {
    expect(refusalOf(acting().decide('platform', { ...over, to: 'stranger' })).refused).toBe('unknown');
  });

  it('refuses another’s prompt, an approver as owner, and a stranger to the directory', () => {
    expect(refusalOf(acting().decide('dev', over)).refused).toBe('not yours');
    expect(refusalOf(acting().decide('platform', { ...over, to: 'approver' })).sentence).toContain('Alva Berg');
    expect(refusalOf(acting().decide('platform', { ...over, to: 'nobody' })).refused).toBe('unknown');
  });

  it('lets the lead reassign for this review or from now on', () => {
    const prompts = [segmentation, 'cluster.rbac'];
    const command = { does: 'reassign' as const, review, prompts, to: 'dev', lasting: true };
    expect(refusalOf(acting().decide('platform', command)).refused).toBe('not yours');
    expect(eventsOf(acting().decide('security', command))[0]).toMatchObject({ how: 'reassigned', lasting: true });
  });
});

describe('minding', () => {
  it('is quiet until the day chosen, never past the due date', () => {
    const world = acting();
    const { due } = world.review;
    expect(refusalOf(world.decide('platform', { does: 'snooze', review, until: '2026-11-23' })).refused).toBe(
      'does not fit',
    );
    expect(refusalOf(world.decide('platform', { does: 'snooze', review, until: '2027-01-05' })).refused).toBe(
      'does not fit',
    );
    expect(eventsOf(world.decide('platform', { does: 'snooze', review, until: due }))).toHaveLength(1);
  });

  it('lets the lead remind each person once a day', () => {
    const world = acting();
    const remind = { does: 'remind', review, person: 'platform' } as const;
    expect(refusalOf(world.decide('platform', remind)).refused).toBe('not yours');
    expect(eventsOf(world.decide('security', remind))).toHaveLength(1);
    expect(refusalOf(world.decide('security', remind)).refused).toBe('not possible');
    expect(eventsOf(world.decide('security', remind, '2026-11-24T08:00:00.000Z'))).toHaveLength(1);
  });
});

/** Answers every open prompt as its owner, in a way that fits it. */
function answerAll(world: ReturnType<typeof acting>, except: readonly string[] = []) {
  const skip = new Set(except);
  for (let round = 0; round < 3; round += 1) {
    for (const item of openItems(world.review, checklist)) {
      if (skip.has(item.prompt)) continue;
      const reason: Answer = { status: "don't know", reason: written('Nobody here knows yet'), evidence: [] };
      eventsOf(world.decide(item.owner, answer(item.prompt, reason)));
    }
  }
}

/** After every deadline. */
const later = '2027-01-15T08:00:00.000Z';

describe('closing and signing', () => {
  it('is complete with the last answer, correctable still, and closes on time', () => {
    const world = acting();
    answerAll(world);
    expect(world.review.status).toBe('complete');
    eventsOf(world.decide('platform', answer(segmentation, verdict('yes'), 1)));
    eventsOf(world.decide('muster', { does: 'close on time' }, later));
    expect(world.review).toMatchObject({ status: 'closed', closed: { because: 'everything is answered' } });
    expect(refusalOf(world.decide('platform', answer(segmentation, verdict('no'), 2))).refused).toBe('closed');
  });

  /** Complete, but for what one correction asks. */
  function openedAgain() {
    const world = acting();
    answerAll(world);
    const follow = checklist.prompts.find((prompt) => prompt.askedIf) ?? expect.fail();
    const before = follow.askedIf?.prompt ?? expect.fail();
    const owner = world.review.items.get(before)?.owner ?? expect.fail();
    eventsOf(world.decide(owner, answer(before, verdict('yes'), 1)));
    expect(world.review.status).toBe('open');
    return { world, owner, before, follow };
  }

  it('opens again when a correction asks something more, and is complete again with that', () => {
    const { world, follow } = openedAgain();
    expect(openItems(world.review, checklist).map(({ prompt }) => prompt)).toEqual([follow.id]);
    answerAll(world);
    expect(world.review.status).toBe('complete');
  });

  it('is complete with an answer that asks no more what alone was open', () => {
    const { world, owner, before } = openedAgain();
    eventsOf(world.decide(owner, answer(before, verdict('no'), 2)));
    expect(world.review.status).toBe('complete');
  });

  it('does not close before its time, whoever believes it has come', () => {
    const world = acting();
    expect(eventsOf(world.decide('muster', { does: 'close on time' }))).toEqual([]);
    expect(eventsOf(world.decide('muster', { does: 'lapse' }, later))).toEqual([]);
    expect(world.review.status).toBe('open');
  });

  it('closes at the deadline with what is missing in plain sight', () => {
    const world = acting();
    answerAll(world, [segmentation]);
    eventsOf(world.decide('muster', { does: 'close on time' }, later));
    const { answered, asked, because } = world.review.closed ?? expect.fail();
    expect({ because, missing: asked - answered }).toEqual({ because: 'the deadline passed', missing: 1 });
  });

  const signing = (world: ReturnType<typeof acting>) =>
    ({ does: 'sign off', review, answerSet: answerSetHash(world.review) }) as const;

  it('is signed by an approver who answered and judged nothing', () => {
    const world = acting();
    expect(refusalOf(world.decide('approver', signing(world))).refused).toBe('not possible');
    eventsOf(world.decide('security', { does: 'close', review }));
    expect(refusalOf(world.decide('security', signing(world))).refused).toBe('not yours');
    expect(eventsOf(world.decide('approver', signing(world)))[0]).toMatchObject({ type: 'ReviewSignedOff' });
    expect(world.review.status).toBe('signed off');
  });

  it('refuses an approver who took part, and a signature on something else than what is there', () => {
    const world = acting();
    eventsOf(world.decide('approver', answer(segmentation, verdict('yes'))));
    const early = signing(world);
    eventsOf(world.decide('platform', answer('cluster.rbac', verdict('yes'))));
    eventsOf(world.decide('security', { does: 'close', review }));
    expect(refusalOf(world.decide('approver', signing(world))).sentence).toContain('another approver');
    expect(refusalOf(world.decide('second-approver', early)).refused).toBe('stale');
  });

  it('may be signed anew after a judgement voided it, however late that came', () => {
    const world = acting();
    eventsOf(world.decide('dev', answer(journey, text('Pull request'))));
    eventsOf(world.decide('security', { does: 'close', review }));
    eventsOf(world.decide('approver', signing(world)));
    const judge = {
      does: 'judge',
      review,
      prompt: journey,
      revision: 1,
      outcome: 'meets',
      reason: written('Seen'),
    } as const;
    eventsOf(world.decide('security', judge, later));
    expect(eventsOf(world.decide('muster', { does: 'lapse' }, later))).toEqual([]);
    expect(eventsOf(world.decide('approver', signing(world), later))).toHaveLength(1);
  });

  it('is not signed by an approver who owns something', () => {
    const owning = { ...program, owners: new Map([[segmentation, 'approver']]) };
    const world = acting(opened({ program: owning }));
    eventsOf(world.decide('security', { does: 'close', review }));
    expect(refusalOf(world.decide('approver', signing(world))).refused).toBe('not yours');
    expect(eventsOf(world.decide('second-approver', signing(world)))).toHaveLength(1);
  });

  it('asks the last eligible approver before they lose their signature', () => {
    const world = acting();
    eventsOf(world.decide('approver', answer(segmentation, verdict('yes'))));
    const second = answer('cluster.rbac', verdict('yes'));
    expect(refusalOf(world.decide('second-approver', second)).refused).toBe('needs confirmation');
    expect(eventsOf(world.decide('second-approver', { ...second, confirmed: true }))).toHaveLength(1);
  });

  it('is voided by a later judgement and not by a redaction', () => {
    const world = acting();
    eventsOf(world.decide('dev', answer(journey, text('Pull request'))));
    const seal = 'f'.repeat(64);
    const sealedReview = evolveReview(
      world.review,
      recorded(
        review,
        {
          type: 'QuestionAnswered',
          prompt: journey,
          revision: 2,
          answer: { status: 'answered', response: { kind: 'text', text: { text: 'Sealed', seal } }, evidence: [] },
          outcome: 'to be judged',
        },
        'dev',
        openedAt,
        9,
      ),
    );
    const later = acting(sealedReview);
    eventsOf(later.decide('security', { does: 'close', review }));
    eventsOf(later.decide('approver', signing(later)));
    const before = answerSetHash(later.review);
    eventsOf(later.decide('security', { does: 'redact', review, seal, reason: written('A name stood there') }));
    expect(answerSetHash(later.review)).toBe(before);
    expect(later.review.status).toBe('signed off');
    const judge = {
      does: 'judge',
      review,
      prompt: journey,
      revision: 2,
      outcome: 'meets',
      reason: written('Seen'),
    } as const;
    eventsOf(later.decide('security', judge));
    expect(later.review).toMatchObject({ status: 'closed', signOff: { voided: expect.any(String) } });
  });
});

describe('what is asked', () => {
  const ask = (last: Map<string, LastAnswer>, at = openedAt, over: Partial<typeof program> = {}) =>
    new Map(
      openingOf({ program: { ...program, ...over }, checklist, last, tick: at, at, calendar }).items.map((item) => [
        item.prompt,
        item,
      ]),
    );

  it('is everything the first time', () => {
    expect([...ask(new Map()).values()].every((item) => item.asked === 'first review')).toBe(true);
  });

  it('is later only what expired, fell short or changed; the rest is valid until', () => {
    const annual = 'supply.provider-compliance';
    const quarterly = segmentation;
    const items = ask(
      new Map([
        [annual, lastYes()],
        [quarterly, lastYes()],
        ['cluster.rbac', lastYes({ outcome: 'falls short' })],
        ['supply.infrastructure-protection', lastYes({ tick: '2026-11-01T08:00:00.000Z' })],
      ]),
      openedAt,
      { changed: new Map([['supply.infrastructure-protection', '2026-11-20T00:00:00.000Z']]) },
    );
    expect(items.get(annual)).toMatchObject({ validUntil: '2027-08-20' });
    expect(items.get(annual)).not.toHaveProperty('asked');
    expect(items.get(quarterly)?.asked).toBe('validity ended');
    expect(items.get('cluster.rbac')?.asked).toBe('fell short');
    expect(items.get('supply.infrastructure-protection')?.asked).toBe('changed');
  });

  it('is everything again where the program says so', () => {
    const settings = { ...program.settings, policy: { ...program.settings.policy, ask: 'all' as const } };
    expect(ask(new Map([[segmentation, lastYes()]]), openedAt, { settings }).get(segmentation)?.asked).toBe(
      'everything is asked',
    );
  });
});
