/** An answer that takes several parts of a card, and several pages of a form. */
import { expect } from 'vitest';
import { isRefusal } from '../../../src/domain/event.ts';
import type { TeamsHouse } from './teams-house.ts';

export const prompt = 'access-control.system-description';

export function long(end: string): string {
  return `${'每个集群都有一个，'.repeat(320)}${end}`;
}

export async function answeredAtLength(house: TeamsHouse, review: string): Promise<void> {
  const answer = {
    status: 'answered' as const,
    response: { kind: 'text' as const, text: { text: long('the end of the answer') } },
    note: { text: long('the end of the note') },
    evidence: [{ link: { text: `https://wiki.example.com/${'每'.repeat(2_900)}` }, observedAt: '2026-11-20' }],
  };
  const intent = { does: 'answer', review, prompt, revision: 0, answer } as const;
  const done = await house.desk.record(intent, { by: house.who('platform'), source: { via: 'workspace' } });
  expect(isRefusal(done)).toBe(false);
}
