/**
 * Any team's Markdown checklist as a draft of ours. It reads what people really write: skipped heading levels, numbering
 * that restarts or is `1.` throughout, bullets under a question, boxes, items used as headings, prose that asks.
 */
import type { Checklist, ChecklistPrompt, Section } from '../../domain/checklist/checklist.ts';
import { draftIds } from './draft-ids.ts';
import { markdownOutline } from './markdown-outline.ts';
import { emptyDraft, type Remark, readBlocks } from './outline-draft.ts';

export type ChecklistDraft = {
  readonly sections: readonly Section[];
  readonly prompts: readonly ChecklistPrompt[];
  readonly definitions: Checklist['definitions'];
  /** What a person should look at, by line of the Markdown. */
  readonly remarks: readonly Remark[];
};

export function importMarkdown(markdown: string): ChecklistDraft {
  const { blocks, footnotes } = markdownOutline(markdown);
  const ids = draftIds();
  const definitions = [...new Map(footnotes.map((note) => [note.mark, note])).values()].map(({ mark, text }) => ({
    id: ids.next(`note ${mark}`),
    term: `Note ${mark}`,
    mark,
    text,
  }));
  const byMark = new Map(definitions.map(({ id, mark }) => [mark, id]));
  const draft = emptyDraft((mark) => byMark.get(mark));
  readBlocks(blocks, draft, {});
  return {
    sections: draft.sections,
    prompts: inSectionOrder(draft.sections, draft.prompts),
    definitions,
    remarks: draft.remarks,
  };
}

/** An item used as a heading closes at its end, so questions of the section around it may come after. */
function inSectionOrder(sections: readonly Section[], prompts: readonly ChecklistPrompt[]): readonly ChecklistPrompt[] {
  const order = new Map(sections.map(({ id }, index) => [id, index]));
  return prompts.toSorted((a, b) => (order.get(a.section) ?? 0) - (order.get(b.section) ?? 0));
}
