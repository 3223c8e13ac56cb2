/** What the channel is told once, at the end: that the review closed and with what, and that it was signed. Each bears the proof. */
import { isOpen } from '../../review/review.ts';
import { summarise } from '../../review/summary.ts';
import { show } from '../action.ts';
import type { Card } from '../card.ts';
import { endSentence, head, notYetSigned, soFar } from '../head.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import type { View } from '../view.ts';
import { channelCard, named, proof } from './channel.ts';
import { outcomeRows, progressOf, tallyInWords } from './tally-rows.ts';

/** The living message says how things stand; the messages about the end stay about the end, and until then say that. */
export function cardInChannel(show: View['show'], scene: Scene, rs: ReviewScene): Card {
  if (show === 'report' && rs.review.closed) return closingCard(scene, rs);
  if (show === 'sign-off' && rs.review.status === 'signed off') return signedCard(scene, rs);
  return channelCard(scene, rs, isOpen(rs.review) ? beforeTheEnd[show] : undefined);
}

const beforeTheEnd: Partial<Record<View['show'], string>> = { report: soFar, 'sign-off': notYetSigned };

export function closingCard(scene: Scene, rs: ReviewScene): Card {
  const summary = summarise(rs.review, rs.checklist);
  const sentence = endSentence(scene, rs);
  return {
    ...head(scene, rs, sentence),
    progress: progressOf(summary),
    rows: [...outcomeRows(summary), ...named(summary, rs), ...proof(rs)],
    actions: [mine],
    summary: `${rs.review.title}: ${tallyInWords(summary)}. ${sentence}`,
  };
}

function signedCard(scene: Scene, rs: ReviewScene): Card {
  const sentence = endSentence(scene, rs);
  return {
    ...head(scene, rs, sentence),
    rows: proof(rs),
    actions: [mine],
    summary: `${rs.review.title}: ${sentence}`,
  };
}

const mine = show('What waits for me', { show: 'mine' });
