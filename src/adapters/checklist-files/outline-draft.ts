/** Walks a Markdown outline and collects the sections and prompts of a draft. */
import type { ChecklistPrompt, Section } from '../../domain/checklist/checklist.ts';
import { type DraftIds, draftIds } from './draft-ids.ts';
import { draftPrompt } from './draft-prompt.ts';
import type { Block, Item } from './markdown-outline.ts';
import { isHeadingItem, looksLikeAsking, withoutEmphasis } from './outline-reading.ts';

export type Remark = { readonly line: number; readonly sentence: string };

export type Draft = {
  readonly sections: Section[];
  readonly prompts: ChecklistPrompt[];
  readonly remarks: Remark[];
  readonly ids: { readonly section: DraftIds; readonly prompt: DraftIds };
  /** The last number given in a section, or under a question. */
  readonly last: Map<string, number>;
  readonly definitionOf: (mark: string) => string | undefined;
};

/** Where the walk stands: the open section, and the numbered question that bullets after it belong to. */
type Place = { section?: Section; question?: ChecklistPrompt | undefined };

export function emptyDraft(definitionOf: Draft['definitionOf']): Draft {
  const ids = { section: draftIds(), prompt: draftIds() };
  return { sections: [], prompts: [], remarks: [], ids, last: new Map(), definitionOf };
}

export function readBlocks(blocks: readonly Block[], draft: Draft, place: Place): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        place.section = openSection(draft, block.text, block.level);
        place.question = undefined;
        break;
      case 'prose':
        addProse(draft, place, block);
        break;
      case 'left out':
        draft.remarks.push({ line: block.line, sentence: `Left out: ${block.what}. A checklist has no place for it.` });
        break;
      case 'list':
        readList(block, draft, place);
        break;
      default:
        block satisfies never;
    }
  }
}

function readList({ ordered, items }: Extract<Block, { kind: 'list' }>, draft: Draft, place: Place): void {
  const question = ordered ? undefined : place.question;
  const options =
    question && question.answer.kind !== 'choices' && items.every(({ boxed }) => boxed) && items.length > 1;
  if (question && options) {
    draft.prompts.splice(
      draft.prompts.indexOf(question),
      1,
      draftPrompt({ ...givenBy(question), options: items }, draft.definitionOf),
    );
    return;
  }
  for (const item of items) {
    if (isHeadingItem(item)) readHeadingItem(item, draft, place);
    else if (item.text === '') readBlocks(item.inside, draft, place);
    else {
      const added = addQuestion(item, { draft, place, parent: question });
      if (ordered) place.question = added;
    }
  }
}

/** Its section closes with the item: what follows belongs to the section around it again. */
function readHeadingItem(item: Item, draft: Draft, place: Place): void {
  const level = item.heading ?? Math.min((place.section?.level ?? 1) + 1, 6);
  if (item.heading === undefined)
    draft.remarks.push({ line: item.line, sentence: `Taken as a heading: "${item.text}".` });
  readBlocks(item.inside, draft, { section: openSection(draft, item.text, level) });
  place.question = undefined;
}

type Spot = { readonly draft: Draft; readonly place: Place; readonly parent: ChecklistPrompt | undefined };

function addQuestion(item: Item, { draft, place, parent }: Spot): ChecklistPrompt {
  const section = sectionAt(draft, place, item.line);
  const lists = item.inside.flatMap((block) => (block.kind === 'list' ? block.items : []));
  const options = !item.boxed && lists.some(({ boxed }) => boxed) ? lists : [];
  const prompt = draftPrompt(
    {
      id: draft.ids.prompt.next(item.text, parent?.id ?? section.id),
      section: section.id,
      form: parent ? 'sub-question' : 'question',
      number: parent ? nextNumber(draft, parent.id, { under: parent.number }) : nextNumber(draft, section.id, { item }),
      text: item.text,
      ...(parent ? { parent: parent.id } : {}),
      options,
    },
    draft.definitionOf,
  );
  draft.prompts.push(prompt);
  for (const inner of item.inside) {
    if (inner.kind === 'prose')
      draft.remarks.push({ line: inner.line, sentence: `Left out, under a question: "${inner.text}".` });
    else if (inner.kind !== 'list') readBlocks([inner], draft, place);
  }
  if (options.length < 2) for (const child of lists) readChild(child, { draft, place, parent: prompt });
  return prompt;
}

function readChild(child: Item, spot: Spot): void {
  if (child.text !== '') addQuestion(child, spot);
  else
    for (const block of child.inside) if (block.kind === 'list') for (const item of block.items) readChild(item, spot);
}

function addProse(draft: Draft, place: Place, { text, line }: { readonly text: string; readonly line: number }): void {
  const section = sectionAt(draft, place, line);
  const id = draft.ids.prompt.next(text, section.id);
  draft.prompts.push(draftPrompt({ id, section: section.id, form: 'prose', text }, draft.definitionOf));
  place.question = undefined;
  if (!looksLikeAsking(text))
    draft.remarks.push({ line, sentence: `Taken as a prompt, though it may only explain: "${text}".` });
}

function openSection(draft: Draft, text: string, level: number): Section {
  const title = withoutEmphasis(text) || 'Untitled';
  const section = { id: draft.ids.section.next(title), title, level };
  draft.sections.push(section);
  return section;
}

function sectionAt(draft: Draft, place: Place, line: number): Section {
  if (!place.section) {
    draft.remarks.push({ line, sentence: 'There is no heading before this, so one was made.' });
    place.section = openSection(draft, 'Questions', 2);
  }
  return place.section;
}

/** The printed number where it goes on counting; where it starts again, or is 1 throughout, we count on. */
function nextNumber(
  draft: Draft,
  key: string,
  { item, under }: { readonly item?: Item; readonly under?: string | undefined },
): string {
  const last = draft.last.get(key) ?? 0;
  const printed = item?.number ?? 0;
  const number = printed > last ? printed : last + 1;
  if (item?.number !== undefined && printed <= last) {
    draft.remarks.push({ line: item.line, sentence: `Printed as ${printed}, counted as ${number}.` });
  }
  draft.last.set(key, number);
  return under === undefined ? String(number) : `${under}.${number}`;
}

function givenBy({ id, section, form, text, number, parent }: ChecklistPrompt) {
  return { id, section, form, text, ...(number ? { number } : {}), ...(parent ? { parent } : {}) };
}
