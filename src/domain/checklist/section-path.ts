/** Where a section stands in the tree that the headings' levels draw, from the outermost heading down to itself. */
import type { Checklist, Section, SectionId } from './checklist.ts';

export function sectionPath(checklist: Pick<Checklist, 'sections'>, id: SectionId): readonly Section[] {
  const open: Section[] = [];
  for (const section of checklist.sections) {
    // A level may be skipped on the way down, so every heading at least as deep is closed, not only the last one.
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    open.push(section);
    if (section.id === id) return open;
  }
  return [];
}

/** Its heading; where several sections bear the same one, the heading above it comes first. */
export function sectionTitle(checklist: Pick<Checklist, 'sections'>, id: string): string {
  const section = checklist.sections.find((one) => one.id === id);
  if (!section) return id;
  const alone = checklist.sections.every((other) => other.id === id || other.title !== section.title);
  const above = alone ? undefined : sectionPath(checklist, id).at(-2);
  return above ? `${above.title}: ${section.title}` : section.title;
}
