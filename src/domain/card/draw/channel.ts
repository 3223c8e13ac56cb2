/** The channel's one living message: counts only, people by name, titles only where the program allows it. */

import { promptOf } from '../../checklist/checklist.ts';
import { sectionPath } from '../../checklist/section-path.ts';
import { isOpen } from '../../review/review.ts';
import { answerSetHash } from '../../review/sign-off.ts';
import { askedCells, type SectionSummary, type Summary, summarise } from '../../review/summary.ts';
import { show } from '../action.ts';
import type { Card, Row, Tone } from '../card.ts';
import { dueSentence, head } from '../head.ts';
import { placeOf, promptTitle } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { dayOf } from '../times.ts';
import { openByPerson } from './status.ts';
import { fallShort, outcomeRows, progressOf } from './tally-rows.ts';

/** `first` is what whoever asked for something else reads before it. */
export function channelCard(scene: Scene, rs: ReviewScene, first?: string): Card {
  const summary = summarise(rs.review, rs.checklist);
  const { closed } = rs.review;
  const sentence = `${first === undefined ? '' : `${first} `}${since(scene, rs)}${dueSentence(scene, rs)}`;
  return {
    ...head(scene, rs, sentence),
    progress: progressOf(summary),
    rows: [
      ...(closed ? outcomeRows(summary) : shortLine(summary)),
      ...byChapter(summary, rs),
      ...named(summary, rs),
      ...openByPerson(scene, rs),
    ],
    actions: [show('What waits for me', { show: 'mine' })],
    summary: `${rs.review.title}: ${summary.answered} of ${summary.asked} answered. ${sentence}`,
  };
}

/** Who meets the message first, or late, sees what it is the beginning of. */
function since(scene: Scene, { review }: ReviewScene): string {
  return isOpen(review) ? `Opened ${dayOf(review.openedAt, scene)}. ` : '';
}

/** By the checklist's outermost headings: a message in a channel is glanced at, and the sections are on the status card. */
function byChapter(summary: Summary, { checklist }: ReviewScene): readonly Row[] {
  const chapters = new Map<string, SectionSummary[]>();
  for (const section of summary.sections) {
    const title = sectionPath(checklist, section.section)[0]?.title ?? section.title;
    chapters.set(title, [...(chapters.get(title) ?? []), section]);
  }
  return [...chapters].map(([name, sections]): Row => {
    const cells = sections.flatMap((section) => askedCells(section));
    const answered = cells.filter(({ outcome }) => outcome !== 'unanswered').length;
    const label = cells.length > 0 ? `${answered} of ${cells.length} answered` : 'still valid';
    return { row: 'cells', name, label, cells: cells.map(({ outcome }) => answeredOrNot(outcome)) };
  });
}

/** The closing message shows the head's hash and count, so that even the database's owner cannot rewrite the past unnoticed. */
export function proof({ review }: ReviewScene): readonly Row[] {
  if (!review.closed) return [];
  const { head } = review.closed;
  const signed = review.status === 'signed off' ? review.signOff?.answerSet : undefined;
  return [
    { row: 'heading', text: 'Proof' },
    { row: 'fact', label: 'Events at closing', value: String(head.version) },
    { row: 'fact', label: 'Hash of the last', value: head.hash },
    signed === undefined
      ? { row: 'fact', label: 'Hash of the answers as they stand', value: answerSetHash(review) }
      : { row: 'fact', label: 'Hash of the answers as signed', value: signed },
  ];
}

// A cell's place gives its prompt away, so the channel sees only whether it was answered.
function answeredOrNot(outcome: Tone): Tone {
  return outcome === 'unanswered' ? 'unanswered' : 'neutral';
}

function shortLine({ fallsShort, toBeJudged, asked }: Summary): readonly Row[] {
  const parts = [
    fallsShort > 0 ? `${fallsShort} ${fallShort(fallsShort)}` : undefined,
    toBeJudged > 0 ? `${toBeJudged} to be judged` : undefined,
  ].filter(Boolean);
  return parts.length > 0 ? [{ row: 'text', text: [{ text: `Of ${asked} asked, ${parts.join(' and ')}.` }] }] : [];
}

export function named({ findings }: Summary, { review, checklist }: ReviewScene): readonly Row[] {
  if (!review.policy.namesInChannel || findings.length === 0) return [];
  const titles = findings.map(({ item }): Row => {
    const prompt = promptOf(checklist, item.prompt);
    return {
      row: 'text',
      text: [{ text: `${placeOf(prompt, checklist)}: ${promptTitle(prompt)}` }],
      tone: 'falls short',
    };
  });
  return [{ row: 'heading', text: 'Falls short' }, ...titles];
}
