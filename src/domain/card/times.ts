/** Days and moments as a person reads them, in the viewer's zone. */
import type { Instant, LocalDate } from '../time/instant.ts';
import { addDays, daysBetween } from '../time/local-date.ts';
import { showAge, showDate, showMoment } from '../time/show.ts';
import { dateIn } from '../time/zone.ts';
import type { Scene } from './scene.ts';

type Here = Pick<Scene, 'now' | 'zone'>;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function today(scene: Here): LocalDate {
  return dateIn(scene.zone, scene.now);
}

/** `Fri 4 Dec`; the year where it is another one than this. */
export function day(date: LocalDate, scene: Here): string {
  return showDate(date, today(scene));
}

/** The day an instant falls on, for the viewer. */
export function dayOf(at: Instant, scene: Here): string {
  return day(dateIn(scene.zone, at), scene);
}

/** `Mon 23 Nov, 09:30`. */
export function moment(at: Instant, scene: Here): string {
  return showMoment(scene.zone, at, scene.now);
}

/** `just now`, `12 minutes ago`, `3 months ago`. */
export function age(at: Instant, scene: Here): string {
  const minutes = Math.floor((Date.parse(scene.now) - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${count(minutes, 'minute')} ago`;
  const date = dateIn(scene.zone, at);
  if (date === today(scene)) return `${count(Math.floor(minutes / 60), 'hour')} ago`;
  return showAge(date, today(scene));
}

/** `today`, `tomorrow`, `in 8 days`, `3 days ago`. */
export function distance(date: LocalDate, scene: Here): string {
  const days = daysBetween(today(scene), date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** `October to December 2026`; days where it does not begin and end with a month. */
export function periodInWords({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): string {
  const whole = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  if (!whole) return `${sameYear(from, to) ? dayAndMonth(from) : plainly(from)} to ${plainly(to)}`;
  const [first, last] = [monthOf(from), monthOf(to)];
  const end = `${last} ${to.slice(0, 4)}`;
  if (!sameYear(from, to)) return `${first} ${from.slice(0, 4)} to ${end}`;
  return first === last ? end : `${first} to ${end}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function sameYear(from: LocalDate, to: LocalDate): boolean {
  return from.slice(0, 4) === to.slice(0, 4);
}

/** `1 October 2026`. */
function plainly(date: LocalDate): string {
  return `${dayAndMonth(date)} ${date.slice(0, 4)}`;
}

function dayAndMonth(date: LocalDate): string {
  return `${Number(date.slice(8))} ${monthOf(date)}`;
}

function monthOf(date: LocalDate): string {
  return months[Number(date.slice(5, 7)) - 1] ?? '';
}
