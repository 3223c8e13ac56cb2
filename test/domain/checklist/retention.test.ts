import { expect, it } from 'vitest';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import { fits } from '../../../src/domain/checklist/fits.ts';
import { written } from '../../../src/domain/words.ts';
import { checklist } from '../../support/a-review.ts';

const retention = (minimum: string, maximum: string) => ({
  status: 'answered' as const,
  response: {
    kind: 'parts' as const,
    parts: {
      policy: { kind: 'text' as const, text: written('Kept as the law asks') },
      minimum: { kind: 'duration' as const, value: minimum },
      maximum: { kind: 'duration' as const, value: maximum },
    },
  },
  evidence: [],
});

it('asks again when the longest time is shorter than the shortest, and when a time is nothing', () => {
  const prompt = promptOf(checklist, 'logging.retention');
  expect(fits(prompt, retention('P12M', 'P24M'))).toEqual([]);
  expect(fits(prompt, retention('P12M', 'P12M'))).toEqual([]);
  expect(fits(prompt, retention('P24M', 'P1D')).map(({ field }) => field)).toEqual(['maximum.value']);
  expect(fits(prompt, retention('P0D', 'P1D')).map(({ field }) => field)).toEqual(['minimum.value']);
});
