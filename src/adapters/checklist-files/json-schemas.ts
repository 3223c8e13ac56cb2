/** The schemas editors check the files against, made from the very shapes that read them. */
import { z } from 'zod';
import { checklistFile, packFile, sectionFile } from './file-schemas.ts';

const schemas = { checklist: checklistFile, 'checklist-section': sectionFile, 'checklist-pack': packFile };
export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

/** The text of `questions/<name>.schema.json`. */
export function jsonSchemaText(name: SchemaName): string {
  // Files are what goes in: defaults not yet filled, rows of several versions not yet spread.
  return `${JSON.stringify(z.toJSONSchema(schemas[name], { io: 'input' }), null, 2)}\n`;
}
