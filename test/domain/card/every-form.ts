/** Every kind of form there is but that which opens a review, filled from a review of the real checklist. */
import type { Form, FormRef } from '../../../src/domain/card/form.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { acting, checklist } from '../../support/a-review.ts';
import { closed, midway, sceneOf } from './a-scene.ts';
import { review } from './every-card.ts';

export const mfa = { review, prompt: 'access-control.mfa', revision: 0 };
export const fresh = acting().review;

export function ofKind(kind: string): { review: string; prompt: string; revision: number; owner: string } {
  const prompt = checklist.prompts.find(({ id, answer }) => answer.kind === kind && fresh.items.get(id)?.asked);
  if (!prompt) throw new Error(`No prompt asks for ${kind}.`);
  return { review, prompt: prompt.id, revision: 0, owner: fresh.items.get(prompt.id)?.owner ?? '' };
}

export function opens(ref: FormRef, viewer: string, of = fresh): Form {
  const form = formOf(ref, sceneOf(of, viewer));
  if (isRefusal(form)) throw new Error(form.sentence);
  return form;
}

const open = midway().story.review;
const over = closed().story.review;
const { owner: parts, ...compound } = ofKind('parts');
export const everyForm: readonly { name: string; ref: FormRef; viewer: string; of?: typeof fresh }[] = [
  { name: 'answer-verdict', ref: { form: 'answer', ...mfa, verdict: 'no' }, viewer: 'security' },
  { name: 'answer-parts', ref: { form: 'answer', ...compound }, viewer: parts },
  ...(['choices', 'number', 'duration', 'list', 'text'] as const).map((kind) => {
    const { owner: viewer, ...about } = ofKind(kind);
    return { name: `answer-${kind}`, ref: { form: 'answer' as const, ...about }, viewer };
  }),
  {
    name: 'change',
    ref: { form: 'answer', review, prompt: midway().second, revision: 0 },
    viewer: 'platform',
    of: open,
  },
  { name: 'no-answer', ref: { form: 'no answer', ...mfa }, viewer: 'security' },
  { name: 'section', ref: { form: 'section', review, section: 'access-control', page: 1 }, viewer: 'security' },
  { name: 'hand-over', ref: { form: 'hand over', review }, viewer: 'platform' },
  { name: 'reassign', ref: { form: 'reassign', review, section: 'backups' }, viewer: 'security' },
  { name: 'snooze', ref: { form: 'snooze', review }, viewer: 'platform' },
  {
    name: 'judge',
    ref: { form: 'judge', review, prompt: midway().prose, revision: 1 },
    viewer: 'security',
    of: open,
  },
  { name: 'close', ref: { form: 'close', review }, viewer: 'security', of: open },
  { name: 'sign-off', ref: { form: 'sign off', review }, viewer: 'approver', of: over },
];
