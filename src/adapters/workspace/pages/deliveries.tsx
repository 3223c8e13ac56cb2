/** The ledger of deliveries: the proof of asking, and of not asking at the wrong time. */

import { showMoment } from '../../../domain/time/show.ts';
import type { House } from '../house.ts';
import type { HeldLine, LedgerLine } from '../ledger.ts';
import { ToneMark, toneClass } from '../render-tone.tsx';
import { PageHead } from './page-head.tsx';
import { Wide } from './wide.tsx';

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
        <Wide labelled="deliveries-title" columns={columns('State', 'To', 'About', 'Planned for', 'Settled')}>
          {deliveries.map((line) => (
            <tr key={line.id}>
              <td class={`state ${toneClass(line.tone)}`}>
                <ToneMark tone={line.tone} /> {line.state}
                {line.attempts > 1 && <small> after {line.attempts} attempts</small>}
              </td>
              <td>
                <bdi>{line.to}</bdi>
              </td>
              <td>
                {line.what}
                {line.why && <small class="why">{line.why}</small>}
              </td>
              <td>
                <When house={house} at={line.at} />
              </td>
              <td>{line.settledAt ? <When house={house} at={line.settledAt} /> : 'not yet'}</td>
            </tr>
          ))}
        </Wide>
      )}
    </section>
  );
}

function HeldBack({ house, held }: DeliveriesProps) {
  return (
    <section aria-labelledby="held-title">
      <h2 id="held-title">Held back or dropped</h2>
      {held.length === 0 && <p class="empty">Nothing was held back.</p>}
      {held.length > 0 && (
        <Wide labelled="held-title" columns={columns('When', 'To', 'About', 'Why', 'Until')}>
          {held.map((line) => (
            <tr key={line.id}>
              <td>
                <When house={house} at={line.at} />
              </td>
              <td>
                <bdi>{line.to}</bdi>
              </td>
              <td>{line.what}</td>
              <td>{line.why}</td>
              <td>{line.until ? <When house={house} at={line.until} /> : 'dropped'}</td>
            </tr>
          ))}
        </Wide>
      )}
    </section>
  );
}

function When({ house, at }: { readonly house: House; readonly at: string }) {
  return <time datetime={at}>{showMoment(house.viewer.zone, at, house.now)}</time>;
}

function columns(...titles: readonly string[]) {
  return titles.map((title) => ({ title }));
}
