/** draw(view, scene) → card: what a message shows, from the state of now and for who is looking. */
import type { Card } from './card.ts';
import { carryCard } from './draw/carry.ts';
import { channelCard } from './draw/channel.ts';
import { cardInChannel } from './draw/channel-endings.ts';
import { helpCard } from './draw/help.ts';
import { judgeCard } from './draw/judge.ts';
import { mineCard } from './draw/mine.ts';
import { noPartCard, unknownReviewCard } from './draw/no-part.ts';
import { noticeCard } from './draw/notice.ts';
import { openingCard } from './draw/opening.ts';
import { promptCard } from './draw/prompt.ts';
import { reportCard } from './draw/report.ts';
import { sectionCard } from './draw/section.ts';
import { signOffCard } from './draw/sign-off.ts';
import { statusCard } from './draw/status.ts';
import { whyCard } from './draw/why.ts';
import { hasPart, isChannel } from './part.ts';
import type { ReviewScene, Scene } from './scene.ts';
import type { View } from './view.ts';

type OfReview = Extract<View, { review: string }>;

export function draw(view: View, scene: Scene): Card {
  if (view.show === 'help') return helpCard();
  if (view.show === 'mine') return mineCard(scene);
  if (view.show === 'notice') return noticeCard(view, scene);
  const rs = scene.reviews.get(view.review);
  if (!rs) return unknownReviewCard();
  if (isChannel(rs.review, scene.viewer))
    return inChannel.has(view.show) ? cardInChannel(view.show, scene, rs) : noPartCard(scene, rs);
  return hasPart(rs.review, scene.viewer) ? ofReview(view, scene, rs) : noPartCard(scene, rs);
}

/** Whatever of these is posted there, everybody in the channel sees counts, and nobody's words. */
const inChannel: ReadonlySet<View['show']> = new Set(['channel', 'opening', 'status', 'report', 'sign-off']);

function ofReview(view: OfReview, scene: Scene, rs: ReviewScene): Card {
  switch (view.show) {
    case 'opening':
      return openingCard(scene, rs);
    case 'section':
      return sectionCard(view, scene, rs);
    case 'carry':
      return carryCard(view, scene, rs);
    case 'status':
      return statusCard(scene, rs);
    case 'judge':
      return judgeCard(view, scene, rs);
    case 'report':
      return reportCard(scene, rs);
    case 'sign-off':
      return signOffCard(scene, rs);
    case 'why':
      return whyCard(scene, rs);
    case 'channel':
      return channelCard(scene, rs);
    case 'prompt':
      return promptCard(view, scene, rs);
    default:
      return view satisfies never;
  }
}
