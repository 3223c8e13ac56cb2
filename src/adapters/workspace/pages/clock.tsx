/** The demo's clock: what time it is, what comes next, and the way to be there at once. */
import { millisecondsOf, toInstant } from '../../../domain/time/instant.ts';
import { showMoment } from '../../../domain/time/show.ts';
import type { House } from '../house.ts';

const day = 86_400_000;

export function ClockControl({ house, path }: { readonly house: House; readonly path: string }) {
  const { now, viewer } = house;
  const ahead = house.next.find(({ at }) => at > now);
  return (
    <section aria-labelledby="clock-title">
      <h2 id="clock-title">Clock</h2>
      <form class="clock" method="post" action={`/as/${viewer.key}/clock`} data-clock>
        <input type="hidden" name="back" value={path} />
        <p class="now">
          <time datetime={now}>{showMoment(viewer.zone, now, now)}</time> <small>{viewer.zone}</small>
        </p>
        <Agenda house={house} />
        <div class="foot">
          {ahead && (
            <button
              type="submit"
              class="button primary"
              id="clock-skip"
              name="to"
              value={ahead.at}
              aria-describedby="clock-next"
            >
              Skip to it
            </button>
          )}
          <button type="submit" class="button" id="clock-day" name="to" value={toInstant(millisecondsOf(now) + day)}>
            Skip a day
          </button>
        </div>
      </form>
    </section>
  );
}

function Agenda({ house: { next, now, viewer } }: { readonly house: House }) {
  if (next.length === 0) return <p id="clock-next">Nothing is planned.</p>;
  return (
    <ol class="agenda">
      {next.map(({ at, sentence }, index) => (
        <li key={`${at}${sentence}`} id={index === 0 ? 'clock-next' : undefined}>
          <b>{index === 0 ? 'Next' : 'Then'}</b> <bdi>{sentence}</bdi>{' '}
          <time datetime={at}>{at > now ? showMoment(viewer.zone, at, now) : 'now'}</time>
        </li>
      ))}
    </ol>
  );
}
