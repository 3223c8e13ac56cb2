/** The record of events, newest first: by whom, what, when on both clocks, and the chain's hashes. */

import { legible } from '../../../domain/invisible.ts';
import { showMoment, showUtc } from '../../../domain/time/show.ts';
import { pageAt } from '../addresses.ts';
import type { House } from '../house.ts';
import type { RecordLine } from '../record-lines.ts';
import { PageHead } from './page-head.tsx';

type RecordProps = {
  readonly house: House;
  readonly lines: readonly RecordLine[];
  readonly older?: string | undefined;
};

export function RecordPage({ house, lines, older }: RecordProps) {
  return (
    <>
      <PageHead
        house={house}
        title="Record"
        about={`every event, newest first · times in ${house.viewer.zone} and UTC`}
      />
      <div class="page">
        <Head house={house} />
        {lines.length === 0 && <p class="empty">Nothing has happened yet.</p>}
        <ol class="events">
          {lines.map((line) => (
            <Line key={line.row.id} line={line} house={house} />
          ))}
        </ol>
        {older && (
          <p class="pages">
            <a class="button" href={`${pageAt(house.viewer.key, 'record')}?before=${encodeURIComponent(older)}`}>
              Older events
            </a>
          </p>
        )}
      </div>
    </>
  );
}

function Head({ house: { shown } }: { readonly house: House }) {
  if (!shown) return null;
  return (
    <dl class="head-hash">
      <dt>Head of “{shown.review.title}”</dt>
      <dd>
        event {shown.head.version}, <code>{shown.head.hash}</code>
      </dd>
    </dl>
  );
}

function Line({ line: { row, sentence, by }, house }: { readonly line: RecordLine; readonly house: House }) {
  return (
    <li id={`event-${row.id}`}>
      <p class="when">
        <time datetime={row.at}>{showMoment(house.viewer.zone, row.at, house.now)}</time>
        <small>{showUtc(row.at)}</small>
      </p>
      <div>
        <p>{legible(sentence)}</p>
        <p class="fine">
          by <bdi>{legible(by)}</bdi>, via {row.source.via} · {row.stream.kind} event {row.version} ·{' '}
          <code title={row.hash}>{row.hash.slice(0, 12)}</code>
        </p>
      </div>
    </li>
  );
}
