/** The state of a review as page and picture. It prints well: this is what somebody takes into a meeting. */

import { capital } from '../../../domain/card/prompt-row.ts';
import { pausedForEverybody } from '../../../domain/paused.ts';
import { nameOf } from '../../../domain/people.ts';
import { showMoment, showWholeDate } from '../../../domain/time/show.ts';
import { pageAt } from '../addresses.ts';
import type { House, OpenReview } from '../house.ts';
import { ChooseReview, PageHead } from './page-head.tsx';
import { StateLists } from './state-lists.tsx';
import { Legend, Proportions } from './state-picture.tsx';
import { SectionTable, SeverityTable } from './state-tables.tsx';

export function StatePage({ house }: { readonly house: House }) {
  const { shown, viewer } = house;
  return (
    <>
      <PageHead house={house} title="State" about={shown ? shown.review.title : 'of the review'} />
      <div class="page">
        <ChooseReview house={house} path={pageAt(viewer.key, 'state')} />
        {shown ? <State house={house} shown={shown} /> : <p class="empty">No review has been opened yet.</p>}
      </div>
    </>
  );
}

function State({ house, shown }: { readonly house: House; readonly shown: OpenReview }) {
  const { review, summary, checklist, head } = shown;
  return (
    <>
      <p class="lead">
        {review.scope}, {showWholeDate(review.period.from)} to {showWholeDate(review.period.to)}.{' '}
        {statusWords(shown, house)}
      </p>
      {house.paused.map((one) => (
        <p key={one.platform}>{pausedForEverybody(one, house.viewer.zone, house.now)}</p>
      ))}
      {[...review.unreachable].map(([who, { why }]) => (
        <p key={who}>
          <bdi>{capital(nameOf(house.people, who))}</bdi> cannot be reached: {why}.
        </p>
      ))}
      <section aria-labelledby="state-overall">
        <h2 id="state-overall">
          {summary.answered} of {summary.asked} answered
        </h2>
        <Proportions tally={summary} />
        <Legend tally={summary} />
      </section>
      <SectionTable summary={summary} />
      <SeverityTable summary={summary} />
      <StateLists house={house} shown={shown} />
      <p class="fine">
        Checklist {checklist.title} {checklist.version}. Drawn {showMoment(house.viewer.zone, house.now, house.now)},{' '}
        {house.viewer.zone}, from event {head.version} of the review, <code>{head.hash}</code>.
      </p>
    </>
  );
}

function statusWords({ review }: OpenReview, house: House): string {
  const name = (id: string) => house.people.get(id)?.name ?? 'a former member';
  switch (review.status) {
    case 'open':
      return `Open. Due ${showWholeDate(review.due)}; it closes ${showWholeDate(review.deadline)} at the latest.`;
    case 'complete':
      return 'Everything is answered. Answers can be corrected until the review closes.';
    case 'closed':
      return `Closed${review.closed ? `, to be signed off by ${showWholeDate(review.closed.signBy)}` : ''}.`;
    case 'signed off':
      return `Signed off${review.signOff ? ` by ${name(review.signOff.by)}` : ''}.`;
    case 'lapsed':
      return 'Lapsed: nobody signed it in time.';
    default:
      return review.status satisfies never;
  }
}
