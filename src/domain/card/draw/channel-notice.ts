/** What the channel hears beside its living message: opening, a short digest, closing, sign-off. Counts and names only. */
import type { Duty } from '../../review/duty.ts';
import { summarise } from '../../review/summary.ts';
import { show } from '../action.ts';
import type { Card } from '../card.ts';
import { dueSentence, head } from '../head.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { channelCard, proof } from './channel.ts';
import { closingCard } from './channel-endings.ts';
import { openByPerson } from './status.ts';
import { progressOf } from './tally-rows.ts';

export function channelNotice(scene: Scene, rs: ReviewScene, duties: readonly Duty[]): Card {
  const kinds = new Set(duties.map(({ kind }) => kind));
  if (kinds.has('post closing')) return closingCard(scene, rs);
  if (kinds.has('post opening')) return channelCard(scene, rs);
  const summary = summarise(rs.review, rs.checklist);
  const sentence = dueSentence(scene, rs);
  return {
    ...head(scene, rs, sentence),
    progress: progressOf(summary),
    rows: [...openByPerson(scene, rs), ...proof(rs)],
    actions: [show('What waits for me', { show: 'mine' })],
    summary: `${rs.review.title}: ${summary.answered} of ${summary.asked} answered. ${sentence}`,
  };
}
