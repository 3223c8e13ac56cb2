import { describe, expect, it } from 'vitest';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import { detailOwed, detailsOwed, evidenceOwed, followUpOwed } from '../../../src/domain/checklist/detail-owed.ts';
import type { Answer, Response } from '../../../src/domain/checklist/response.ts';
import { kubernetesChecklist } from './kubernetes-checklist.ts';

const checklist = await kubernetesChecklist();
const answered = (response: Response): Answer => ({ status: 'answered', response, evidence: [] });
const verdict = (verdict: 'yes' | 'no' | 'partly', detail?: string | null) =>
  answered({ kind: 'verdict', verdict, ...(detail === undefined ? {} : { detail: { text: detail } }) });

describe('a saved answer still owes its detail', () => {
  const registries = promptOf(checklist, 'vulnerability.trusted-registries');

  it('when a plain yes wants to be told more', () => {
    expect(detailsOwed(registries, verdict('yes'))).toEqual([
      { ask: 'Which registries, and are signatures verified?' },
    ]);
  });
  it('until somebody gives it', () => expect(detailOwed(registries, verdict('yes', 'ours, signed'))).toBe(false));
  it('and not again when it was redacted', () => expect(detailOwed(registries, verdict('yes', null))).toBe(false));
  it('but not for blanks', () => expect(detailOwed(registries, verdict('yes', '  '))).toBe(true));
  it('only for the verdicts that want it', () => expect(detailOwed(registries, verdict('no'))).toBe(false));
  it('and nothing when it was not answered', () => {
    expect(detailOwed(registries, { status: 'declined', reason: { text: 'why' }, evidence: [] })).toBe(false);
  });

  it.each([
    'vulnerability.trusted-registries',
    'network.network-policies',
    'intrusion.blocked-egress-alerts',
    'development.gitops',
  ])('%s asks for it on yes', (id) => expect(detailOwed(promptOf(checklist, id), verdict('yes'))).toBe(true));

  it('for a choice, unless none of it is in place', () => {
    const engine = promptOf(checklist, 'cluster.opa');
    expect(detailOwed(engine, answered({ kind: 'choices', chosen: ['kyverno'] }))).toBe(true);
    expect(detailOwed(engine, answered({ kind: 'choices', chosen: ['none'] }))).toBe(false);
  });

  it('in the part that wants it', () => {
    const parts = { who: { kind: 'verdict', verdict: 'yes' }, how: { kind: 'verdict', verdict: 'no' } } as const;
    const owed = detailsOwed(promptOf(checklist, 'incident.procedures'), answered({ kind: 'parts', parts }));
    expect(owed).toEqual([{ part: 'who', ask: 'Who is on call?' }]);
  });

  it('in the parts another part calls for', () => {
    const prompt = promptOf(checklist, 'env-separation.production-data-in-test');
    const taken = (verdict: 'yes' | 'no') =>
      answered({ kind: 'parts', parts: { taken: { kind: 'verdict', verdict } } });
    expect(detailsOwed(prompt, taken('yes')).map(({ part }) => part)).toEqual(['anonymised', 'approved', 'expiry']);
    expect(detailsOwed(prompt, taken('no'))).toEqual([]);
  });
});

describe('an answer that falls short', () => {
  const mfa = promptOf(checklist, 'access-control.mfa');
  it('is asked what stands in, who mends it, and by when', () => {
    expect(followUpOwed(mfa, verdict('no'), 'falls short')).toContain('by when?');
  });
  it('until a note says so', () => {
    expect(followUpOwed(mfa, { ...verdict('no'), note: { text: 'Ada, by June' } }, 'falls short')).toBeUndefined();
  });
  it('and one that meets is not', () => expect(followUpOwed(mfa, verdict('yes'), 'meets')).toBeUndefined());
});

describe('required evidence', () => {
  const mfa = promptOf(checklist, 'access-control.mfa');
  it('is owed for a claim', () => expect(evidenceOwed(mfa, verdict('yes'), 'meets')).toBe(true));
  it('is not owed for a gap', () => expect(evidenceOwed(mfa, verdict('no'), 'falls short')).toBe(false));
  it('is not owed where it is only welcome', () => {
    expect(evidenceOwed(promptOf(checklist, 'workload.labels'), verdict('yes'), 'meets')).toBe(false);
  });
});
