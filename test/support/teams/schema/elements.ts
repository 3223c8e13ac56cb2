/** What a card may be made of. It is the part of Adaptive Cards 1.5 that Teams shows alike on every device. */
import { z } from 'zod';
import { actions, oneAction } from './actions.ts';
import { across, anyCase, color, down, element, pixels, surface, words } from './common.ts';
import { oneInput } from './inputs.ts';

const look = {
  size: anyCase(z.enum(['small', 'default', 'medium', 'large', 'extraLarge'])).optional(),
  weight: anyCase(z.enum(['lighter', 'default', 'bolder'])).optional(),
  color: anyCase(color).optional(),
  isSubtle: z.boolean().optional(),
  fontType: anyCase(z.enum(['default', 'monospace'])).optional(),
};

const textBlock = z.strictObject({
  ...element,
  ...look,
  type: z.literal('TextBlock'),
  text: words,
  wrap: z.boolean().optional(),
  maxLines: z.int().positive().optional(),
  horizontalAlignment: anyCase(across).optional(),
  style: z.enum(['default', 'heading', 'columnHeader']).optional(),
});

const textRun = z.strictObject({
  ...look,
  type: z.literal('TextRun'),
  text: words,
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  highlight: z.boolean().optional(),
  selectAction: oneAction.optional(),
});

const richTextBlock = z.strictObject({
  ...element,
  type: z.literal('RichTextBlock'),
  inlines: z.array(z.union([words, textRun])).min(1),
  horizontalAlignment: anyCase(across).optional(),
});

const factSet = z.strictObject({
  ...element,
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: words, value: words })).min(1),
});

const actionSet = z.strictObject({ ...element, type: z.literal('ActionSet'), actions });

const items: z.ZodType = z.array(z.lazy(() => oneElement)).min(1);
const box = {
  ...element,
  style: anyCase(surface).optional(),
  bleed: z.boolean().optional(),
  minHeight: pixels.optional(),
  verticalContentAlignment: anyCase(down).optional(),
  selectAction: oneAction.optional(),
};

const container = z.strictObject({ ...box, type: z.literal('Container'), items });
const column = z.strictObject({
  ...box,
  type: z.literal('Column').optional(),
  items,
  width: z.union([z.enum(['auto', 'stretch']), pixels, z.number().positive()]).optional(),
});
const columnSet = z.strictObject({
  ...box,
  type: z.literal('ColumnSet'),
  columns: z.array(column).min(1),
  horizontalAlignment: anyCase(across).optional(),
});

const cell = z.strictObject({ ...box, type: z.literal('TableCell'), items });
const table = z.strictObject({
  ...element,
  type: z.literal('Table'),
  columns: z.array(z.strictObject({ width: z.union([z.number().positive(), pixels]) })).min(1),
  rows: z
    .array(z.strictObject({ type: z.literal('TableRow'), cells: z.array(cell).min(1), style: surface.optional() }))
    .min(1),
  firstRowAsHeader: z.boolean().optional(),
  showGridLines: z.boolean().optional(),
  gridStyle: anyCase(surface).optional(),
});

const oneElement = z.discriminatedUnion('type', [
  textBlock,
  richTextBlock,
  factSet,
  actionSet,
  container,
  columnSet,
  table,
  oneInput,
]);

export const body = z.array(oneElement).min(1);
