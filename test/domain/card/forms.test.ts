/** Forms: filled with what is known, and read back into what a person meant. */

import { describe, expect, test } from 'vitest';
import type { FormRef, FormValues } from '../../../src/domain/card/form.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { intentsOf } from '../../../src/domain/card/intents-of.ts';
import { isOtherVerdict } from '../../../src/domain/checklist/outcome.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { openingOf } from '../../../src/domain/review/opening.ts';
import { answerSetHash } from '../../../src/domain/review/sign-off.ts';
import { written } from '../../../src/domain/words.ts';
import { acting, calendar, checklist, eventsOf, openedAt, program } from '../../support/a-review.ts';
import { closed, midway, now, sceneOf, seen, yes } from './a-scene.ts';
import { review } from './every-card.ts';
import { everyForm, fresh, mfa, ofKind, opens } from './every-form.ts';
import { sketchForm } from './sketch.ts';

const owner = sceneOf(fresh, 'security');

function sent(ref: FormRef, values: FormValues, scene = owner) {
  return intentsOf(ref, values, scene);
}

describe('what a form shows', () => {
  test.each(everyForm)('$name', async ({ name, ref, viewer, of }) => {
    await expect(sketchForm(opens(ref, viewer, of))).toMatchFileSnapshot(`forms/${name}.txt`);
  });

  test('opening a review by hand previews whom it asks', async () => {
    const at = openedAt;
    const preview = openingOf({ program, checklist, last: new Map(), tick: at, at, calendar });
    const { id, settings } = program;
    const scene = {
      id,
      title: settings.title,
      lead: settings.lead,
      checklist,
      preview,
      channelName: '#platform',
      unreachable: ['dev'],
    };
    const form = formOf({ form: 'open', program: id }, { ...owner, programs: new Map([[id, scene]]) });
    if (isRefusal(form)) throw new Error(form.sentence);
    await expect(sketchForm(form)).toMatchFileSnapshot('forms/open.txt');
  });
});

describe('the other verdict', () => {
  const rule = (yes: string, no: string) => ({ by: 'verdict', outcomes: { yes, partly: 'to be judged', no } }) as never;

  test('is the no where yes is good, and the yes where no is', () => {
    const other = (outcome: never) =>
      (['yes', 'partly', 'no'] as const).filter((one) => isOtherVerdict({ outcome }, one));
    expect(other(rule('meets', 'falls short'))).toEqual(['no']);
    expect(other(rule('to be judged', 'meets'))).toEqual(['yes']);
    expect(other(rule('informational', 'informational'))).toEqual([]);
  });

  test('is saved with one press more, with a note or without', () => {
    const ref: FormRef = { form: 'answer', ...mfa, verdict: 'no' };
    const { intents, fields } = sent(ref, { verdict: 'no' });
    expect(fields).toEqual([]);
    expect(intents).toMatchObject([{ does: 'answer', answer: { response: { verdict: 'no' }, evidence: [] } }]);
  });
});

describe('a no after a yes', () => {
  const begun = acting();
  eventsOf(begun.decide('security', { does: 'answer', ...mfa, answer: yes() }, now));
  const linesOf = (verdict: 'yes' | 'no') => opens({ form: 'answer', ...mfa, verdict }, 'security', begun.review).lines;

  test('says what is recorded, and why it asks', () => {
    expect(linesOf('no')).toContain(
      'You pressed No, and Yes is recorded. Save to make it No. Say in the note what is missing; it can also be said later.',
    );
  });

  test('says nothing of it where the same is recorded already', () => {
    expect(linesOf('yes').join(' ')).not.toContain('You pressed');
  });
});

describe('a number with more digits than anything has', () => {
  const many = '99999999999999999999999';

  test.each(['number', 'duration'] as const)('is a whole %s, and too large', (kind) => {
    const { prompt } = ofKind(kind);
    for (const value of [many, '9'.repeat(400), '9999999999999']) {
      const { intents, fields } = sent({ form: 'answer', ...ofKind(kind) }, { value, unit: 'days' });
      expect(intents, prompt).toEqual([]);
      expect(fields).toEqual([
        {
          field: 'value',
          sentence:
            kind === 'number'
              ? 'This number is too large. Write one of at most twelve digits.'
              : 'Give a time above nothing, and at most 200 years.',
        },
      ]);
    }
  });

  test('is none where it is only written long', () => {
    const { intents, fields } = sent({ form: 'answer', ...ofKind('number') }, { value: '00000000000000000012' });
    expect(fields).toEqual([]);
    expect(intents).toMatchObject([{ answer: { response: { value: 12 } } }]);
  });
});

describe('one answer', () => {
  const ref: FormRef = { form: 'answer', ...mfa };

  test('a verdict with note and evidence becomes one intent', () => {
    const values = {
      verdict: 'yes',
      note: ' Keys for all ',
      evidence: 'https://wiki.example.com/mfa',
      observedAt: '2026-11-20',
    };
    expect(sent(ref, values)).toEqual({
      intents: [
        {
          does: 'answer',
          ...mfa,
          answer: {
            status: 'answered',
            response: { kind: 'verdict', verdict: 'yes' },
            note: written('Keys for all'),
            evidence: [{ link: written('https://wiki.example.com/mfa'), observedAt: '2026-11-20' }],
          },
        },
      ],
      fields: [],
    });
  });

  test.each([
    ['nothing chosen', {}, 'verdict'],
    ['a detail without its verdict', { detail: 'for admins' }, 'verdict'],
    ['a verdict nobody knows', { verdict: 'maybe' }, 'verdict'],
    ['a link that runs code', { verdict: 'yes', evidence: 'javascript:alert(1)' }, 'evidence'],
    ['a link to a file', { verdict: 'yes', evidence: 'file:///etc/passwd' }, 'evidence'],
    ['words instead of a link', { verdict: 'yes', evidence: 'see the wiki' }, 'evidence'],
    ['evidence of tomorrow', { verdict: 'yes', evidence: 'https://a.example', observedAt: '2026-11-27' }, 'observedAt'],
    ['a day that is none', { verdict: 'yes', evidence: 'https://a.example', observedAt: '2026-02-30' }, 'observedAt'],
    ['a day without its link', { verdict: 'yes', observedAt: '2026-11-01' }, 'evidence'],
    ['half a period', { verdict: 'yes', evidence: 'https://a.example', from: '2026-01-01' }, 'to'],
    [
      'a period backwards',
      { verdict: 'yes', evidence: 'https://a.example', from: '2026-03-01', to: '2026-01-01' },
      'to',
    ],
    ['a note of a book', { verdict: 'yes', note: 'x'.repeat(5_000) }, 'note'],
  ])('%s is told at its field, and nothing is recorded', (_, values: FormValues, field) => {
    const { intents, fields } = sent(ref, values);
    expect(intents).toEqual([]);
    expect(fields.map((one) => one.field)).toContain(field);
  });

  test('what is entered in the fields of each kind fits the prompt', () => {
    const entered: Readonly<Record<string, FormValues>> = {
      text: { text: 'A role' },
      choices: { chosen: 'first' },
      number: { value: '12' },
      duration: { value: '18', unit: 'months' },
      list: { entries: 'one\n\n two ' },
    };
    const responses = Object.entries(entered).map(([kind, values]) => {
      const { owner: by, ...about } = ofKind(kind);
      const answer = checklist.prompts.find(({ id }) => id === about.prompt)?.answer;
      const first = answer?.kind === 'choices' ? answer.options[0]?.id : undefined;
      const chosen =
        first === undefined
          ? values
          : { chosen: answer?.kind === 'choices' && answer.choose === 'many' ? [first] : first };
      const [intent] = sent({ form: 'answer', ...about }, chosen, sceneOf(fresh, by)).intents;
      return intent?.does === 'answer' && intent.answer.status === 'answered' ? intent.answer.response : undefined;
    });
    const [text, choices, number, duration, list] = responses;
    expect(text).toEqual({ kind: 'text', text: written('A role') });
    expect(choices).toMatchObject({ kind: 'choices' });
    expect(number).toEqual({ kind: 'number', value: 12 });
    expect(duration).toEqual({ kind: 'duration', value: 'P18M' });
    expect(list).toEqual({ kind: 'list', entries: [written('one'), written('two')] });
  });

  test.each(['1,000', '1.000', '1 000', '3.5', '12,5', '-4', '1e3'])('a number is digits and no guess: %s', (value) => {
    const { owner: by, ...about } = ofKind('number');
    const { intents, fields } = sent({ form: 'answer', ...about }, { value }, sceneOf(fresh, by));
    expect(intents).toEqual([]);
    expect(fields.map(({ field }) => field)).toEqual(['value']);
  });

  test('an answer may be none, with its reason', () => {
    const none: FormRef = { form: 'no answer', ...mfa };
    expect(sent(none, { status: 'declined' }).fields).toEqual([
      { field: 'reason', sentence: 'Say why, in a sentence.' },
    ]);
    const [intent] = sent(none, { status: "don't know", reason: 'New here' }).intents;
    expect(intent).toMatchObject({ does: 'answer', answer: { status: "don't know", reason: written('New here') } });
  });

  test('a form opened late shows the present answer, and has seen it', () => {
    const { story, second } = midway();
    const form = opens({ form: 'answer', review, prompt: second, revision: 0 }, 'platform', story.review);
    expect(form.ref).toMatchObject({ revision: 1 });
    expect(form.fields.find(({ id }) => id === 'verdict')).toMatchObject({ value: ['no'] });
  });
});

describe('the last who may sign', () => {
  const begun = acting();
  const answerOf = { does: 'answer', review, prompt: 'access-control.mfa', revision: 0, answer: yes() } as const;
  eventsOf(begun.decide('second-approver', answerOf, now));
  const scene = sceneOf(begun.review, 'approver');
  const ref: FormRef = { form: 'answer', review, prompt: 'access-control.individual-accounts', revision: 0 };

  test('is asked before answering for somebody, and not taken by surprise', () => {
    const form = formOf(ref, scene);
    expect(isRefusal(form) ? [] : form.fields.map(({ id }) => id)).toContain('confirmed');
    const { intents, fields } = sent(ref, { verdict: 'yes' }, scene);
    expect(intents).toEqual([]);
    expect(fields).toEqual([{ field: 'confirmed', sentence: 'Tick this to go on; nobody will be able to sign then.' }]);
  });

  test('goes on with the tick', () => {
    const [intent] = sent(ref, { verdict: 'yes', confirmed: true }, scene).intents;
    expect(intent).toMatchObject({ does: 'answer', confirmed: true });
    if (intent?.does === 'answer') eventsOf(begun.decide('approver', intent, now));
  });
});

describe('a whole section', () => {
  const ref: FormRef = { form: 'section', review, section: 'access-control', page: 1 };
  const form = opens(ref, 'security');
  const mfaId = 'access-control.mfa';
  const accounts = 'access-control.individual-accounts';

  test('what is right goes through even when something else is not', () => {
    const values = { [`${mfaId}/verdict`]: 'yes', [`${accounts}/detail`]: 'words without a verdict' };
    const values2 = { ...values, [`${accounts}/verdict`]: 'perhaps' };
    const { intents, fields } = sent(form.ref, values2);
    expect(intents.map((intent) => 'prompt' in intent && intent.prompt)).toEqual([mfaId]);
    expect(fields.map(({ field }) => field)).toEqual([`${accounts}/verdict`]);
  });

  test('sent a second time records nothing twice', () => {
    const begun = acting();
    const values = { [`${mfaId}/verdict`]: 'yes', [`${accounts}/verdict`]: 'no' };
    for (const intent of sent(form.ref, values, sceneOf(begun.review, 'security')).intents) {
      if (intent.does === 'answer') eventsOf(begun.decide('security', intent, now));
    }
    expect(seen(begun.review, mfaId)).toBe(1);
    expect(sent(form.ref, values, sceneOf(begun.review, 'security')).intents).toEqual([]);
  });

  test('leaves alone what somebody changed meanwhile, unless it was entered here', () => {
    const begun = acting();
    eventsOf(begun.decide('security', { does: 'answer', ...mfa, answer: yes('no') }, now));
    const scene = sceneOf(begun.review, 'security');
    expect(sent(form.ref, {}, scene).intents).toEqual([]);
    // It carries the revision the form was made from, so `decide` refuses it and shows the present answer.
    expect(sent(form.ref, { [`${mfaId}/verdict`]: 'yes' }, scene).intents).toMatchObject([
      { prompt: mfaId, revision: 0 },
    ]);
  });
});

describe('what is entered on the section’s card', () => {
  const ref: FormRef = { form: 'section', review, section: 'access-control', page: 1, onCard: true };
  const accounts = 'access-control.individual-accounts';

  test('is detail of the answer that stands, for the revision that was seen', () => {
    const begun = acting();
    eventsOf(begun.decide('security', { does: 'answer', ...mfa, answer: yes() }, now));
    const scene = sceneOf(begun.review, 'security');
    const on = { ...ref, seen: { [mfa.prompt]: 1, [accounts]: 0 } };
    expect(sent(on, { [`${mfa.prompt}/detail`]: ' for admins ' }, scene).intents).toEqual([
      { does: 'give detail', review, prompt: mfa.prompt, revision: 1, detail: { text: 'for admins' } },
    ]);
    expect(sent(on, { [`${mfa.prompt}/detail`]: '  ' }, scene)).toEqual({ intents: [], fields: [] });
    expect(sent(on, { [`${mfa.prompt}/detail`]: 'x'.repeat(5_000) }, scene).fields).toMatchObject([
      { field: `${mfa.prompt}/detail` },
    ]);
  });
});

test('an entry for each standard names the standards as people do', () => {
  const { owner: by, ...about } = ofKind('list');
  const form = opens({ form: 'answer', ...about }, by, { ...fresh, standards: ['iso27001', 'gdpr', 'our-own'] });
  const hints = form.fields.flatMap(({ hint }) => hint ?? []);
  expect(hints.join(' ')).toContain('One for each of ISO/IEC 27001, GDPR and our-own.');
});

describe('the same as another', () => {
  const words = 'Role-based access through the identity provider, with groups that follow the team';
  const given = (text: string) => {
    const begun = acting();
    const answer = {
      status: 'answered' as const,
      response: { kind: 'text' as const, text: written(text) },
      evidence: [],
    };
    const asked = { review, prompt: 'dev-env.access', revision: 0 };
    eventsOf(begun.decide('dev', { does: 'answer', ...asked, answer }, now));
    const form = opens({ form: 'same as', review, prompt: 'qa-env.access', revision: 0 }, 'dev', begun.review);
    const [other] = form.fields;
    return other && 'options' in other ? other.options : [];
  };

  test('an answer in sentences is offered by its first words, in one line that every platform takes', () => {
    expect(given(words)).toEqual([
      { id: 'dev-env.access', label: 'Development Environment: Access control 1: “Role-based access through…”' },
    ]);
    expect(given('By role.')[0]?.label).toBe('Development Environment: Access control 1: “By role.”');
    for (const text of ['x'.repeat(500), 'one\n\ntwo', '👩‍🚀'.repeat(40)]) {
      const [{ label } = { label: '' }] = given(text);
      expect(label.length).toBeLessThanOrEqual(75);
      expect(label).not.toMatch(/\n|\p{Surrogate}/u);
    }
  });
});

describe('who owns what', () => {
  test('a section is handed over whole', () => {
    const ref: FormRef = { form: 'hand over', review, section: 'access-control' };
    const [intent] = sent(ref, { to: 'dev', reason: 'On leave' }).intents;
    const own = [...fresh.items.values()].filter(
      (item) => item.section === 'access-control' && item.owner === 'security',
    );
    expect(intent).toEqual({
      does: 'hand over',
      review,
      prompts: own.map(({ prompt }) => prompt),
      to: 'dev',
      reason: written('On leave'),
    });
  });

  test('nobody chosen is told at the field', () => {
    expect(sent({ form: 'reassign', review, section: 'backups' }, {}).fields).toEqual([
      { field: 'to', sentence: 'Choose a person.' },
    ]);
    expect(sent({ form: 'hand over', review }, { to: 'dev' }).fields.map(({ field }) => field)).toEqual(['sections']);
  });

  const offered = (ref: FormRef, viewer: string) => {
    const to = opens(ref, viewer).fields.find(({ id }) => id === 'to');
    return to && 'options' in to ? to.options.map(({ id }) => id) : [];
  };

  test('approvers are not offered as owners, nor people of other programs', () => {
    expect(offered({ form: 'reassign', review }, 'security')).toContain('dev');
    expect(offered({ form: 'reassign', review }, 'security')).not.toContain('approver');
    expect(offered({ form: 'reassign', review }, 'security')).not.toContain('stranger');
  });

  test('who owns it already is not offered', () => {
    expect(offered({ form: 'hand over', review }, 'platform')).not.toContain('platform');
    expect(offered({ form: 'reassign', review, section: 'backups' }, 'security')).not.toContain('sre');
  });
});

describe('other forms', () => {
  test.each([
    ['', 'Write a day as 2026-11-23.'],
    ['2026-11-26', 'Choose a day after today.'],
    ['2026-12-24', 'It is due Mon 7 Dec; choose that day or an earlier one.'],
  ])('a snooze until “%s” is refused at its field', (until, sentence) => {
    expect(sent({ form: 'snooze', review }, { until }).fields).toEqual([{ field: 'until', sentence }]);
  });

  test('a signature is bound to the answers its signer was shown', () => {
    const { review: over } = closed().story;
    const scene = sceneOf(over, 'approver');
    const form = opens({ form: 'sign off', review }, 'approver', over);
    expect(sent(form.ref, {}, scene).fields).toEqual([{ field: 'agree', sentence: 'Tick this to sign.' }]);
    expect(sent(form.ref, { agree: true }, scene).intents).toEqual([
      { does: 'sign off', review, answerSet: answerSetHash(over) },
    ]);
    const stale = formOf({ form: 'sign off', review, answerSet: 'another' }, scene);
    expect(stale).toMatchObject({ refused: 'stale' });
  });

  test('what a stranger asks for is refused with a sentence', () => {
    const refs: readonly FormRef[] = [
      { form: 'answer', ...mfa },
      { form: 'close', review },
      { form: 'open', program: 'none' },
    ];
    for (const ref of refs) expect(isRefusal(formOf(ref, sceneOf(fresh, 'stranger')))).toBe(true);
  });

  test('what changed is asked again by the next review', () => {
    const ref: FormRef = { form: 'note change', review, prompt: mfa.prompt };
    expect(sent(ref, {}).fields.map(({ field }) => field)).toEqual(['because']);
    const because = 'A new identity provider';
    expect(sent(ref, { because }).intents).toEqual([
      { does: 'note change', program: program.id, prompt: mfa.prompt, because: written(because) },
    ]);
    expect(isRefusal(formOf(ref, sceneOf(fresh, 'platform')))).toBe(true);
  });

  test('a judgement that would take the signature away says so before', () => {
    const { story, prose } = midway();
    const ref: FormRef = { form: 'judge', review, prompt: prose, revision: 1 };
    const linesOf = (status: 'closed' | 'signed off') => {
      const form = formOf(ref, sceneOf({ ...story.review, status }, 'security'));
      return isRefusal(form) ? expect.fail(form.sentence) : form.lines.join(' ');
    };
    expect(linesOf('closed')).not.toContain('signature');
    expect(linesOf('signed off')).toContain('A judgement now takes the signature away');
  });

  test('a judgement needs an outcome and a reason', () => {
    const { story, prose } = midway();
    const ref: FormRef = { form: 'judge', review, prompt: prose, revision: 1 };
    const scene = sceneOf(story.review, 'security');
    expect(sent(ref, {}, scene).fields.map(({ field }) => field)).toEqual(['outcome', 'reason']);
    const [intent] = sent(ref, { outcome: 'meets', reason: 'Role and person are named' }, scene).intents;
    if (intent?.does === 'judge') eventsOf(story.decide('security', intent, now));
    expect(story.review.items.get(prose)?.judgement?.outcome).toBe('meets');
  });
});
