/** Who may sign, what they sign, and what the signature is bound to. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../canonical-json.ts';
import type { PersonId } from '../event.ts';
import { currentAnswer, currentJudgement, type Review } from './review.ts';

type Signing = Pick<Review, 'approvers' | 'took' | 'items'>;

/** Approvers who answered and judged nothing, and own nothing either. */
export function eligibleApprovers(review: Signing): readonly PersonId[] {
  const owners = new Set([...review.items.values()].map(({ owner }) => owner));
  return review.approvers.filter((approver) => !review.took.has(approver) && !owners.has(approver));
}

/** Whether this act would leave nobody who may sign. */
export function isLastApprover(review: Signing, person: PersonId): boolean {
  if (!review.approvers.includes(person)) return false;
  const eligible = eligibleApprovers(review);
  return eligible.length === 1 && eligible[0] === person;
}

/**
 * SHA-256, in hex, over the canonical JSON of every answer and judgement that counts. Words enter as their seals, so a
 * redaction does not change it and any other change does.
 */
export function answerSetHash(review: Review): string {
  const set = [...review.items.values()].map((item) => {
    const given = currentAnswer(item);
    const judged = currentJudgement(item);
    return {
      prompt: item.prompt,
      asked: item.asked ?? null,
      answer: given ? sealed(given.answer) : null,
      outcome: given?.outcome ?? null,
      judged: judged?.outcome ?? null,
      standsIn: !given && item.last ? { review: item.last.review, answer: sealed(item.last.answer) } : null,
    };
  });
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ review: review.id, checklist: review.checklist.hash, set }))));
}

/** Fixed: the same words for every approver, with what they speak about filled in. */
export function signOffStatement(review: Review): string {
  const { answered, asked } = review.closed ?? { answered: 0, asked: 0 };
  return [
    `I have read the closed answers of “${review.title}” for ${review.scope}, ${review.period.from} to ${review.period.to}:`,
    `${answered} of ${asked} prompts answered.`,
    'I gave and judged none of them. I accept this record as what was asked and answered,',
    'including what falls short and what nobody answered. This is a self-assessment and no audit opinion.',
  ].join(' ');
}

/** Words as they stand in the record: the seal alone. Before sealing, the text itself, so that no two answers collide. */
function sealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sealed);
  if (value === null || typeof value !== 'object') return value;
  if ('seal' in value && 'text' in value) return { seal: value.seal };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, sealed(entry)]));
}
