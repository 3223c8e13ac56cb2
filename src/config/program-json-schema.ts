/** The shape of a program file for editors, so that a mistake is underlined while it is typed. */
import { z } from 'zod';
import { programFile } from './program-file.ts';

export function programJsonSchema(): string {
  const schema = z.toJSONSchema(programFile, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'A Muster program', ...schema }, null, 2)}\n`;
}
