/** The prompts behind the numbers: what falls short, what waits for a judgement, what nobody answered. */

import { findingsInWords } from '../../../domain/card/draw/tally-rows.ts';
import { promptOf } from '../../../domain/checklist/checklist.ts';
import { sectionTitle } from '../../../domain/checklist/section-path.ts';
import { severityOf } from '../../../domain/checklist/severity.ts';
import { legible } from '../../../domain/invisible.ts';
import { nameOf } from '../../../domain/people.ts';
import { currentAnswer, type Item } from '../../../domain/review/review.ts';
import { answerInAWord } from '../answer-in-a-word.ts';
import type { House, OpenReview } from '../house.ts';
import { promptWords } from '../prompt-words.ts';
import { ToneMark } from '../render-tone.tsx';

type Shown = { readonly house: House; readonly shown: OpenReview };

export function StateLists({ house, shown }: Shown) {
  const { findings, unjudged, open } = shown.summary;
  return (
    <>
      <List title="Falls short" empty="Nothing falls short so far." count={findingsInWords(shown.summary)}>
        {findings.map(({ item, same }) => (
          <ItemLine key={item.prompt} item={item} house={house} shown={shown} same={same} tone="falls short" />
        ))}
      </List>
      <List title="To be judged" empty="No answer waits for a judgement." count={String(unjudged.length)}>
        {unjudged.map((item) => (
          <ItemLine key={item.prompt} item={item} house={house} shown={shown} tone="to be judged" />
        ))}
      </List>
      <List title="Not answered" empty="Everything asked is answered." count={String(open.length)}>
        {open.map((item) => (
          <ItemLine key={item.prompt} item={item} house={house} shown={shown} tone="unanswered" />
        ))}
      </List>
    </>
  );
}

type ListProps = {
  readonly title: string;
  readonly empty: string;
  readonly count: string;
  readonly children: readonly preact.JSX.Element[];
};

function List({ title, empty, count, children }: ListProps) {
  const id = `list-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {children.length > 0 && ` · ${count}`}
      </h2>
      {children.length === 0 ? <p class="empty">{empty}</p> : <ul class="items">{children}</ul>}
    </section>
  );
}

type ItemLineProps = Shown & {
  readonly item: Item;
  readonly tone: 'falls short' | 'to be judged' | 'unanswered';
  readonly same?: readonly Item[];
};

function ItemLine({ item, house, shown: { review, checklist }, tone, same = [] }: ItemLineProps) {
  const prompt = promptOf(checklist, item.prompt);
  const given = currentAnswer(item);
  return (
    <li>
      <ToneMark tone={tone} />
      <div>
        <p>{promptWords(checklist, item.prompt)}</p>
        <p class="fine">
          {sectionTitle(checklist, item.section)} · {severityOf(prompt, review.standards)} ·{' '}
          {given ? `answered ${answerInAWord(given.answer)} by ` : 'waits for '}
          <bdi>{legible(nameOf(house.people, given?.by ?? item.owner))}</bdi>
          {same.length > 0 &&
            ` · also asked as ${same.map((other) => `“${promptWords(checklist, other.prompt)}”`).join(', ')}`}
        </p>
      </div>
    </li>
  );
}
