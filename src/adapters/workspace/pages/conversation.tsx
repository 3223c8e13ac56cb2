/** The middle of the chat: messages oldest first, and a line to type a command into. */

import { legible } from '../../../domain/invisible.ts';
import { showMoment, showWholeDate } from '../../../domain/time/show.ts';
import { dateIn } from '../../../domain/time/zone.ts';
import { direct } from '../addresses.ts';
import type { House } from '../house.ts';
import type { Line } from '../lines.ts';
import { CardView } from '../render-card.tsx';
import { fragmentOf, type Note } from '../standing.ts';
import { PageHead } from './page-head.tsx';
import { initials } from './rail.tsx';

export type ConversationProps = {
  readonly house: House;
  readonly place: string;
  readonly title: string;
  readonly about: string;
  readonly lines: readonly Line[];
  /** How many older ones are not shown. */
  readonly earlier: boolean;
  readonly once: string;
  readonly note?: Note | undefined;
};

export function Conversation(props: ConversationProps) {
  const { house, title, about, lines } = props;
  return (
    <>
      <PageHead house={house} title={title} about={`${about} · times in ${house.viewer.zone}`} />
      <div class="stream" id="stream">
        {props.earlier && (
          <p class="earlier">
            <a href="?all=1">Show earlier messages</a>
          </p>
        )}
        {lines.length === 0 && <Empty {...props} />}
        {lines.map((line, index) => (
          <LineView
            key={line.id}
            {...props}
            line={line}
            newDay={startsDay(props, index)}
            last={index === lines.length - 1}
          />
        ))}
        <span id="latest" />
      </div>
      <Composer {...props} />
    </>
  );
}

function startsDay({ lines, house }: ConversationProps, index: number): string | undefined {
  const day = (line: Line | undefined) => line && showWholeDate(dateIn(house.viewer.zone, line.at));
  const today = day(lines[index]);
  return today === day(lines[index - 1]) ? undefined : today;
}

type LineProps = ConversationProps & {
  readonly line: Line;
  readonly newDay: string | undefined;
  readonly last: boolean;
};

function LineView(props: LineProps) {
  const { line, house, newDay, last } = props;
  const id = fragmentOf(line.id);
  const mine = line.line === 'said';
  const by = mine ? house.viewer.name : 'Muster';
  return (
    <>
      {newDay && (
        <p class="day">
          <span>{newDay}</span>
        </p>
      )}
      <article
        class={mine ? 'message mine' : 'message'}
        id={id}
        data-summary={summaryOf(line)}
        data-last={last ? '' : undefined}
      >
        <span class="who" aria-hidden="true">
          {mine ? initials(house.viewer.title ?? house.viewer.name) : 'M'}
        </span>
        <div class="body">
          <p class="by">
            <b>{by}</b> <time datetime={line.at}>{showMoment(house.viewer.zone, line.at, house.now)}</time>
            {line.onlyYou && <small class="chip">only you see this</small>}
          </p>
          <Content {...props} id={id} />
        </div>
      </article>
    </>
  );
}

function Content({ line, house, place, once, note, id }: LineProps & { readonly id: string }) {
  switch (line.line) {
    case 'card': {
      const at = { as: house.viewer.key, place, message: line.id, id, once, ...(note && { note }) };
      return <CardView card={line.card} at={at} />;
    }
    case 'said':
      return (
        <p class="words" dir="auto">
          {legible(line.text)}
        </p>
      );
    case 'told':
      return (
        <p class={line.refused ? 'words refused' : 'words'} dir="auto">
          {legible(line.sentence)}
        </p>
      );
    default:
      return line satisfies never;
  }
}

function summaryOf(line: Line): string {
  if (line.line === 'card') return line.card.summary;
  return line.line === 'said' ? '' : line.sentence;
}

function Empty({ house, place }: ConversationProps) {
  return (
    <div class="empty">
      <p>
        {place === direct
          ? `Muster has not written to ${house.viewer.name} yet. It will when a review asks something of them.`
          : 'Muster has not written to this channel yet. It will when a review opens.'}
      </p>
      <p>The clock can skip to what comes next.</p>
    </div>
  );
}

const commands = ['mine', 'status', 'why', 'help'];

function Composer({ house, place, once }: ConversationProps) {
  return (
    <form class="composer" method="post" action={`/as/${house.viewer.key}/say`} data-composer>
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="once" value={once} />
      <label class="unseen" for="composer-text">
        Type a command to Muster
      </label>
      <input
        id="composer-text"
        name="text"
        maxLength={500}
        autocomplete="off"
        placeholder="Type a command, for example: mine"
        dir="auto"
      />
      <button type="submit" class="button" id="composer-send">
        Send
      </button>
      <div class="commands">
        {commands.map((command) => (
          <button key={command} type="submit" class="quiet" name="command" value={command} id={`command-${command}`}>
            {command}
          </button>
        ))}
      </div>
    </form>
  );
}
