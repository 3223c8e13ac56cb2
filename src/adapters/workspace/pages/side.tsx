/** The right rail: the demo's clock, where the review stands, and what happened last. */

import { legible } from '../../../domain/invisible.ts';
import { showBriefly, showUtc } from '../../../domain/time/show.ts';
import { pageAt } from '../addresses.ts';
import type { House } from '../house.ts';
import { Cells } from '../render-cells.tsx';
import { ClockControl } from './clock.tsx';
import { Proportions } from './state-picture.tsx';
import { cellTones, tallyWords } from './tally-words.ts';
import type { Where } from './where.ts';

// What the middle shows at length is not said again beside it.
export function Side({ house, where: { path, current } }: { readonly house: House; readonly where: Where }) {
  return (
    <>
      <ClockControl house={house} path={path} />
      {current !== 'state' && <StateInShort house={house} />}
      {current !== 'record' && <Latest house={house} />}
    </>
  );
}

function StateInShort({ house: { shown, viewer } }: { readonly house: House }) {
  if (!shown) {
    return (
      <section aria-labelledby="side-state">
        <h2 id="side-state">State</h2>
        <p class="empty">No review has been opened yet.</p>
      </section>
    );
  }
  const { summary, review } = shown;
  return (
    <section aria-labelledby="side-state">
      <h2 id="side-state">
        State · {summary.answered} of {summary.asked} answered
      </h2>
      <Proportions tally={summary} />
      <ul class="heat" tabindex={0} aria-label="Sections">
        {summary.sections.map((section) => (
          <li key={section.section}>
            <span>{section.title}</span>
            <Cells cells={cellTones(section)} label={tallyWords(section)} />
          </li>
        ))}
      </ul>
      <a class="more" href={pageAt(viewer.key, 'state', review.id)}>
        State in full
      </a>
    </section>
  );
}

function Latest({ house: { latest, viewer, now } }: { readonly house: House }) {
  return (
    <section aria-labelledby="side-record">
      <h2 id="side-record">Record</h2>
      {latest.length === 0 && <p class="empty">Nothing has happened yet.</p>}
      <ol class="latest">
        {latest.map(({ row, sentence }) => (
          <li key={row.id}>
            <time datetime={row.at} title={showUtc(row.at)}>
              {showBriefly(viewer.zone, row.at, now)}
            </time>
            <span>{legible(sentence)}</span>
          </li>
        ))}
      </ol>
      <a class="more" href={pageAt(viewer.key, 'record')}>
        Record in full
      </a>
    </section>
  );
}
