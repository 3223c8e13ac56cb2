/** What people type, and what Muster makes of it. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/domain/card/commands.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { readCommand } from '../../../src/domain/card/read-command.ts';
import type { Scene } from '../../../src/domain/card/scene.ts';
import { acting, checklist } from '../../support/a-review.ts';
import { closed, sceneOf } from './a-scene.ts';

const review = 'kubernetes-security-2026-11-23';
const lead = sceneOf(acting().review, 'security');

describe('a command', () => {
  test.each([
    ['', { view: { show: 'help' } }],
    ['help', { view: { show: 'help' } }],
    ['mine', { view: { show: 'mine' } }],
    ['status', { view: { show: 'status', review } }],
    ['STATUS kubernetes-security', { view: { show: 'status', review } }],
    ['status kubernetes security review', { view: { show: 'status', review } }],
    ['status "kubernetes-security"', { view: { show: 'status', review } }],
    ['status “Kubernetes Security”', { view: { show: 'status', review } }],
    ["sign off 'kubernetes-security'", { view: { show: 'sign-off', review } }],
    ['“mine”', { view: { show: 'mine' } }],
    ['\uFEFF\u200Bsta\u200Btus\u00A0kubernetes\u200B-security\u2060', { view: { show: 'status', review } }],
    ['status kubernetes\u00A0security review', { view: { show: 'status', review } }],
    ['\u200B', { view: { show: 'help' } }],
    ['  why  ', { view: { show: 'why', review } }],
    ['Why?', { view: { show: 'why', review } }],
    ['mine.', { view: { show: 'mine' } }],
    ['?', { view: { show: 'help' } }],
    ['report', { view: { show: 'report', review } }],
    ['judge', { view: { show: 'judge', review, page: 1 } }],
    ['sign', { view: { show: 'sign-off', review } }],
    ['remind', { intent: { does: 'remind', review } }],
    ['assign', { form: { form: 'reassign', review } }],
    ['handover', { form: { form: 'hand over', review } }],
    ['close', { form: { form: 'close', review } }],
  ])('“%s”', (text, meant) => {
    expect(readCommand(text, lead)).toEqual(meant);
  });

  test.each([
    ['staus', 'Muster does not know “staus”. Did you mean “status”?'],
    ['repotr', 'Muster does not know “repotr”. Did you mean “report”?'],
    [
      'status kubernets-security',
      'Muster knows no review of “kubernets-security”. Did you mean “kubernetes-security”?',
    ],
  ])('“%s” is not guessed at, the nearest is offered', (text, sentence) => {
    expect(readCommand(text, lead)).toEqual({ sentence });
  });

  test.each(['', 'status '])('“%s😀…” is cut between two signs', (before) => {
    const read = readCommand(`${before}${'😀'.repeat(100)}`, lead);
    const sentence = 'sentence' in read ? read.sentence : expect.fail('It was understood.');
    expect(sentence).toContain('😀…');
    expect(sentence.isWellFormed()).toBe(true);
  });

  test('what resembles nothing gets the list', () => {
    expect(readCommand('abracadabra', lead)).toEqual({
      sentence: `Muster does not know “abracadabra”. It knows ${commands
        .slice(0, -1)
        .map(({ name }) => name)
        .join(', ')} and help.`,
    });
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf now'])(
    '“%s” is no command, though every object answers to it',
    (text) => {
      const [word] = text.split(' ');
      const sentence = expect.stringContaining(`Muster does not know “${word}”. It knows mine`);
      expect(readCommand(text, lead)).toEqual({ sentence });
      expect(readCommand(`status ${text}`, lead)).toEqual({ sentence: expect.stringContaining(`“${text}”`) });
    },
  );

  test('who has no part in anything is told so', () => {
    expect(readCommand('status', sceneOf(acting().review, 'stranger'))).toEqual({
      sentence: 'You have no part in any review now.',
    });
  });

  test('what is over cannot be reminded of', () => {
    const over = sceneOf(closed().story.review, 'security');
    expect(readCommand('remind', over)).toEqual({ sentence: 'No review of yours is open now.' });
  });

  test('who leads no program is told who does and may open it', () => {
    const clusters = { id: 'clusters', title: 'The clusters', lead: 'security', checklist, unreachable: [] };
    const scene: Scene = { ...sceneOf(acting().review, 'platform'), programs: new Map([['clusters', clusters]]) };
    const sentence = 'Saga Holm leads “The clusters” and opens its reviews.';
    expect(readCommand('open', scene)).toEqual({ sentence });
    expect(formOf({ form: 'open', program: 'clusters' }, scene)).toMatchObject({ refused: 'not yours', sentence });
    expect(readCommand('open', { ...scene, programs: new Map() })).toEqual({
      sentence: 'You have no part in any program.',
    });
  });

  test('is understood as the buttons spell it', () => {
    expect(readCommand('hand over', lead)).toEqual(readCommand('handover', lead));
    expect(readCommand('Sign off', lead)).toEqual(readCommand('sign', lead));
  });

  test('opens a program by its name, and asks which when there are two', () => {
    const program = (id: string) => ({ id, title: `The ${id}`, lead: 'security', checklist, unreachable: [] });
    const one: Scene = { ...lead, programs: new Map([['clusters', program('clusters')]]) };
    const two: Scene = { ...lead, programs: new Map([...(one.programs ?? []), ['laptops', program('laptops')]]) };
    expect(readCommand('open', one)).toEqual({ form: { form: 'open', program: 'clusters' } });
    for (const typed of ['the laptops', '"laptops"', '‘laptops’', 'The\u00A0lap\u200Btops'])
      expect(readCommand(`open ${typed}`, two)).toEqual({ form: { form: 'open', program: 'laptops' } });
    expect(readCommand('open', two)).toEqual({ sentence: 'Which one? Type open and one of clusters and laptops.' });
    expect(readCommand('open clustres', two)).toEqual({
      sentence: 'Muster knows no program “clustres” of yours. Did you mean “clusters”?',
    });
  });
});
