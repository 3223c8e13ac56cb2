/** Answers to be judged, for a reviewer: what was asked, what was said, and what a good answer holds. */
import { promptOf } from '../../checklist/checklist.ts';
import { currentAnswer, type Item } from '../../review/review.ts';
import { open, show } from '../action.ts';
import type { Card, PromptRow } from '../card.ts';
import { head } from '../head.ts';
import { pageOf } from '../paging.ts';
import { toJudge } from '../part.ts';
import { aboutPrompt } from '../prompt-actions.ts';
import { promptRow } from '../prompt-row.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count } from '../times.ts';
import type { View } from '../view.ts';

export function judgeCard(view: Extract<View, { show: 'judge' }>, scene: Scene, rs: ReviewScene): Card {
  const items = toJudge(rs, scene.viewer);
  const page = pageOf(items, view.page);
  const sentence =
    items.length > 0
      ? `${count(items.length, 'answer')} ${items.length === 1 ? 'waits' : 'wait'} for a judgement that a rule cannot give. Say what ${items.length === 1 ? 'it' : 'each'} amounts to, and why.`
      : 'Nothing waits for your judgement.';
  const turn = (label: string, to: number) => show(label, { ...view, page: to });
  return {
    ...head(scene, rs, sentence),
    rows: page.entries.map((item) => row(scene, rs, item)),
    actions: [
      ...(page.page > 1 ? [turn('Previous page', page.page - 1)] : []),
      ...(page.page < page.pages ? [turn('Next page', page.page + 1)] : []),
      show('State', { show: 'status', review: rs.review.id }),
    ],
    summary: `${rs.review.title}: ${sentence}`,
  };
}

function row(scene: Scene, rs: ReviewScene, item: Item): PromptRow {
  const prompt = promptOf(rs.checklist, item.prompt);
  const revision = currentAnswer(item)?.revision ?? 0;
  const shown = promptRow({ scene, rs, item }, [
    open('Judge', { form: 'judge', review: rs.review.id, prompt: item.prompt, revision }, aboutPrompt(prompt)),
    show('About this', { show: 'prompt', review: rs.review.id, prompt: item.prompt }, aboutPrompt(prompt)),
  ]);
  return { ...shown, notes: [`A good answer: ${prompt.good}`, ...shown.notes] };
}
