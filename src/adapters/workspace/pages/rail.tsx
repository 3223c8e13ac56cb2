/** The left rail: the channels, everybody one can be, and the pages about the review. */

import type { ComponentChildren } from 'preact';
import { legible } from '../../../domain/invisible.ts';
import { conversationAt, direct, pageAt } from '../addresses.ts';
import { count } from '../counted.ts';
import type { House } from '../house.ts';

type RailProps = { readonly house: House; readonly current: string };

export function Rail({ house, current }: RailProps) {
  const { key } = house.viewer;
  const channels = house.programs.filter((program) => program.settings.channel);
  return (
    <>
      <p class="brand">Muster {house.demo && <Demo />}</p>
      {channels.length > 0 && <h2>Channels</h2>}
      <ul>
        {channels.map(({ id, settings }) => (
          <Entry key={id} href={conversationAt(key, id)} here={current === id}>
            <span aria-hidden="true">#</span> {settings.channel?.name ?? settings.channel?.id}
          </Entry>
        ))}
      </ul>
      <h2>You are</h2>
      <ul>
        {house.residents.map((resident) => (
          <Resident key={resident.person.id} resident={resident} house={house} current={current} />
        ))}
      </ul>
      <h2>Review</h2>
      <ul>
        <Entry href={pageAt(key, 'state')} here={current === 'state'}>
          State
        </Entry>
        <Entry href={pageAt(key, 'record')} here={current === 'record'}>
          Record
        </Entry>
        <Entry href={pageAt(key, 'deliveries')} here={current === 'deliveries'}>
          Deliveries
        </Entry>
      </ul>
    </>
  );
}

export function Demo() {
  return <span class="chip demo">Demo data</span>;
}

function Resident({ resident, house, current }: RailProps & { readonly resident: House['residents'][number] }) {
  const { person, open } = resident;
  const isViewer = person.id === house.viewer.id;
  return (
    <Entry href={conversationAt(person.key, direct)} here={isViewer && current === direct} you={isViewer}>
      <span class="who" aria-hidden="true">
        {initials(person.title ?? person.name)}
      </span>
      <span class="name">
        <bdi>{legible(person.title ?? person.name)}</bdi>
        {person.title && (
          <small>
            <bdi>{legible(person.name)}</bdi>
          </small>
        )}
        {isViewer && <span class="unseen"> (this is you)</span>}
      </span>
      {open > 0 && (
        <b class="count">
          {open}
          <span class="unseen"> {count(open, 'open prompt').replace(/^\d+ /, '')}</span>
        </b>
      )}
    </Entry>
  );
}

type EntryProps = {
  readonly href: string;
  readonly here: boolean;
  readonly you?: boolean;
  readonly children: ComponentChildren;
};

function Entry({ href, here, you, children }: EntryProps) {
  return (
    <li>
      <a href={href} aria-current={here ? 'page' : undefined} class={you ? 'you' : undefined}>
        {children}
      </a>
    </li>
  );
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toLocaleUpperCase('en');
}
