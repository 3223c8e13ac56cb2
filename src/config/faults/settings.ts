/** Thresholds the checklist does not ask for, or in the wrong unit, and standards it says nothing about. */
import { z } from 'zod';
import type { Checklist } from '../../domain/checklist/checklist.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { ProgramFile } from '../program-file.ts';
import type { Fault } from './fault.ts';

const duration = z.iso.duration();

export function settingFaults(file: ProgramFile, checklist: Checklist): readonly Fault[] {
  const known = checklist.settings.map(({ id }) => id);
  return Object.entries(file.settings).flatMap(([id, value]) => {
    const kind = checklist.settings.find((setting) => setting.id === id)?.kind;
    const path = ['settings', id];
    if (!kind) return [{ path, message: `The checklist has no setting "${id}".${didYouMean(id, known)}` }];
    if (kind === 'number' && typeof value !== 'number') return [{ path, message: `"${id}" must be a number.` }];
    if (kind === 'duration' && !duration.safeParse(value).success) {
      return [{ path, message: `"${id}" must be a duration, written as P30D, P12M or PT4H.` }];
    }
    return [];
  });
}

/** A warning only: a team may well follow a standard that the checklist maps nothing to. */
export function standardWarnings(file: ProgramFile, checklist: Checklist): readonly Fault[] {
  const known = [...new Set(checklist.prompts.flatMap(({ controls }) => controls.map(({ framework }) => framework)))];
  return file.standards.flatMap((standard, index) =>
    known.includes(standard)
      ? []
      : [
          {
            path: ['standards', index],
            message: `The checklist maps nothing to the standard "${standard}".${didYouMean(standard, known)}`,
          },
        ],
  );
}
