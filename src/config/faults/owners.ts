/** Prompts nobody owns, and approvers who would sign their own answers. */
import type { Checklist, ChecklistPrompt } from '../../domain/checklist/checklist.ts';
import { ownership } from '../../domain/program/owners.ts';
import type { ProgramFile } from '../program-file.ts';
import type { Fault } from './fault.ts';

export function ownerFaults(file: ProgramFile, checklist: Checklist): readonly Fault[] {
  const { ownerOf } = ownership(file, checklist);
  const owned = checklist.prompts.map((prompt) => ({ prompt, owner: ownerOf(prompt) }));
  const orphans = owned.filter(({ owner }) => owner === undefined).map(({ prompt }) => prompt);
  return [
    ...emptyRoles(orphans),
    ...file.approvers.flatMap((key, index) => {
      const own = owned.filter(({ owner }) => owner === key).map(({ prompt }) => prompt.id);
      return own.length === 0 ? [] : [{ path: ['approvers', index], message: ownsToo(nameIn(file, key), own) }];
    }),
    ...twice(file.approvers),
  ];
}

export function ownerWarnings(file: ProgramFile): readonly Fault[] {
  const { approvers, lead } = file;
  if (approvers.length === 1) {
    const message =
      'There is one approver. Name two, so that a review can be signed when one of them is away or has answered for somebody.';
    const judges = `${nameIn(file, lead)} leads the review and alone approves it. Who judged an answer may not sign.`;
    return [{ path: ['approvers'], message: approvers[0] === lead ? judges : message }];
  }
  return [];
}

function emptyRoles(orphans: readonly ChecklistPrompt[]): readonly Fault[] {
  const roles = [...new Set(orphans.map(({ owner }) => owner))];
  return roles.map((role) => {
    const count = orphans.filter(({ owner }) => owner === role).length;
    return { path: ['roles'], message: `Nobody fills the role "${role}", which owns ${prompts(count)}.` };
  });
}

function ownsToo(name: string, own: readonly string[]): string {
  const [first] = own;
  const which = own.length === 1 ? `the prompt ${first}` : `${prompts(own.length)}, ${first} among them`;
  return `${name} approves and owns ${which}. An approver owns nothing, since nobody signs their own answers.`;
}

function twice(approvers: readonly string[]): readonly Fault[] {
  return approvers.flatMap((key, index) =>
    approvers.indexOf(key) === index ? [] : [{ path: ['approvers', index], message: `"${key}" is named twice.` }],
  );
}

function nameIn({ people }: ProgramFile, key: string): string {
  return (Object.hasOwn(people, key) && people[key]?.name) || key;
}

function prompts(count: number): string {
  return count === 1 ? '1 prompt' : `${count} prompts`;
}
