/** The ledger of deliveries: the proof of asking, and of not asking at the wrong time. */

import { legible } from '../../../domain/invisible.ts';
import { showDate, showMoment } from '../../../domain/time/show.ts';
import { dateIn } from '../../../domain/time/zone.ts';
import type { House } from '../house.ts';
import type { HeldLine, LedgerLine } from '../ledger.ts';
import { ToneMark, toneClass } from '../render-tone.tsx';
import { PageHead } from './page-head.tsx';
import { type Column, Wide } from './wide.tsx';

type DeliveriesProps = {
  readonly house: House;
  readonly deliveries: readonly LedgerLine[];
  readonly held: readonly HeldLine[];
};

export function DeliveriesPage(props: DeliveriesProps) {
  return (
    <>
      <PageHead
        house={props.house}
        title="Deliveries"
        about={`who was told what, and what waits · times in ${props.house.viewer.zone}`}
      />
      <div class="page">
        <Deliveries {...props} />
        <HeldBack {...props} />
      </div>
    </>
  );
}

function Deliveries({ house, deliveries }: DeliveriesProps) {
  return (
    <section aria-labelledby="deliveries-title">
      <h2 id="deliveries-title">Messages</h2>
      {deliveries.length === 0 && <p class="empty">No message has been planned yet.</p>}
      {deliveries.length > 0 && (
        <Wide labelled="deliveries-title" columns={messages(house)} rows={deliveries} idOf={({ id }) => id} />
      )}
    </section>
  );
}

function HeldBack({ house, held }: DeliveriesProps) {
  return (
    <section aria-labelledby="held-title">
      <h2 id="held-title">Held back or dropped</h2>
      {held.length === 0 && <p class="empty">Nothing was held back.</p>}
      {held.length > 0 && <Wide labelled="held-title" columns={heldBack(house)} rows={held} idOf={({ id }) => id} />}
    </section>
  );
}

function Until({ line: { until, untilDay }, house }: { readonly line: HeldLine; readonly house: House }) {
  if (untilDay) return showDate(untilDay, dateIn(house.viewer.zone, house.now));
  return until ? <When house={house} at={until} /> : 'dropped';
}

function When({ house, at }: { readonly house: House; readonly at: string }) {
  return <time datetime={at}>{showMoment(house.viewer.zone, at, house.now)}</time>;
}

function messages(house: House): readonly Column<LedgerLine>[] {
  return [
    { title: 'State', look: ({ tone }) => `state ${toneClass(tone)}`, cell: (line) => <State line={line} /> },
    { title: 'To', cell: ({ to }) => <bdi>{legible(to)}</bdi> },
    { title: 'About', cell: (line) => <About line={line} /> },
    { title: 'Planned for', cell: ({ at }) => <When house={house} at={at} /> },
    {
      title: 'Settled',
      cell: ({ settledAt }) => (settledAt ? <When house={house} at={settledAt} /> : 'not yet'),
    },
  ];
}

function State({ line: { tone, state, attempts } }: { readonly line: LedgerLine }) {
  return (
    <>
      <ToneMark tone={tone} /> {state}
      {attempts > 1 && <small> after {attempts} attempts</small>}
    </>
  );
}

function About({ line: { what, why } }: { readonly line: LedgerLine }) {
  return (
    <>
      {what}
      {why && <small class="why">{why}</small>}
    </>
  );
}

function heldBack(house: House): readonly Column<HeldLine>[] {
  return [
    { title: 'When', cell: ({ at }) => <When house={house} at={at} /> },
    { title: 'To', cell: ({ to }) => <bdi>{legible(to)}</bdi> },
    { title: 'About', cell: ({ what }) => what },
    { title: 'Why', cell: ({ why }) => legible(why) },
    { title: 'Until', cell: (line) => <Until line={line} house={house} /> },
  ];
}
