/** Several duties in one message: what waits, in which review, and what one can do about it. */
import type { Duty } from '../../review/duty.ts';
import type { Action, Card, Row } from '../card.ts';
import { head, scopeSpans, zoneSentence } from '../head.ts';
import { hasPart, isChannel } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count } from '../times.ts';
import type { View } from '../view.ts';
import { channelNotice } from './channel-notice.ts';
import { noPartCard, unknownReviewCard } from './no-part.ts';
import { partsOf } from './notice-parts.ts';
import type { Told } from './told.ts';

type Group = { readonly rs: ReviewScene; readonly told: readonly Told[] };

export function noticeCard(view: Extract<View, { show: 'notice' }>, scene: Scene): Card {
  const known = [...new Set(view.duties.map(({ review }) => review))].flatMap((id) => scene.reviews.get(id) ?? []);
  const [first] = known;
  if (!first) return unknownReviewCard();
  const duties = (rs: ReviewScene): readonly Duty[] => view.duties.filter(({ review }) => review === rs.review.id);
  if (isChannel(first.review, scene.viewer)) return channelNotice(scene, first, duties(first));
  const mine = known.filter((rs) => hasPart(rs.review, scene.viewer));
  if (mine.length === 0) return noPartCard(scene, first);
  const groups = mine.map((rs) => ({ rs, told: partsOf(scene, rs, duties(rs)) }));
  const [only] = groups;
  return groups.length === 1 && only ? ofOne(scene, only) : ofSeveral(scene, groups);
}

function ofOne(scene: Scene, { rs, told }: Group): Card {
  const [first, ...rest] = told;
  const sentence = first?.sentence ?? '';
  return {
    ...head(scene, rs, sentence),
    rows: [...(first?.rows ?? []), ...rest.flatMap(rowsOf)],
    actions: once(told.flatMap(({ actions }) => actions)),
    summary: `${rs.review.title}: ${told.map((one) => one.sentence).join(' ')}`,
  };
}

function ofSeveral(scene: Scene, groups: readonly Group[]): Card {
  const title = `News of ${count(groups.length, 'review')}`;
  return {
    title,
    lines: [[{ text: zoneSentence(scene) }]],
    rows: groups.flatMap(({ rs, told }): readonly Row[] => [
      { row: 'heading', text: rs.review.title },
      { row: 'text', text: scopeSpans(rs) },
      ...told.flatMap(rowsOf),
      { row: 'actions', actions: once(told.flatMap(({ actions }) => actions)) },
    ]),
    actions: [],
    summary: groups.map(({ rs, told }) => `${rs.review.title}: ${told[0]?.sentence ?? ''}`).join(' '),
  };
}

function rowsOf({ sentence, rows }: Told): readonly Row[] {
  return [{ row: 'text', text: [{ text: sentence }] }, ...rows];
}

/** Two duties may offer the same; it is offered once, and only the first stands out. */
function once(actions: readonly Action[]): readonly Action[] {
  const seen = new Map<string, Action>();
  for (const action of actions) {
    const key = JSON.stringify(action.press);
    if (!seen.has(key)) seen.set(key, action);
  }
  const kept = [...seen.values()];
  const primary = kept.findIndex(({ style }) => style === 'primary');
  return kept.map((action, index) => {
    const { style: _, ...plain } = action;
    return index === primary ? action : plain;
  });
}
