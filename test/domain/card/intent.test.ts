import { describe, expect, it } from 'vitest';
import { intent } from '../../../src/domain/card/intent.ts';

const answer = { status: 'answered', response: { kind: 'text', text: { text: 'By hand' } }, evidence: [] };
const seen = { review: 'r', prompt: 'access-control.mfa', revision: 0 };

describe('an intent from outside', () => {
  it('holds words and no seals: nobody shows another’s words as theirs', () => {
    expect(intent.safeParse({ does: 'answer', ...seen, answer }).success).toBe(true);
    const claimed = { ...answer, response: { kind: 'text', text: { text: 'By hand', seal: 'f'.repeat(64) } } };
    expect(intent.safeParse({ does: 'answer', ...seen, answer: claimed }).success).toBe(false);
    const judge = { does: 'judge', ...seen, outcome: 'meets' };
    expect(intent.safeParse({ ...judge, reason: { text: null, seal: 'f'.repeat(64) } }).success).toBe(false);
    expect(intent.safeParse({ ...judge, reason: { text: 'Traced one change' } }).success).toBe(true);
  });

  it('names each prompt once', () => {
    const once = { prompt: 'access-control.mfa', revision: 0 };
    const carry = { does: 'answer as last time', review: 'r' };
    expect(intent.safeParse({ ...carry, prompts: [once] }).success).toBe(true);
    expect(intent.safeParse({ ...carry, prompts: [once, once] }).success).toBe(false);
  });
});
