/** One review's state as a person reads it at the terminal. */
import { pausedInWords } from '../domain/paused.ts';
import { showDate, showMoment } from '../domain/time/show.ts';
import type { StatusReport } from '../flow/office-rows.ts';
import { plain, type Style } from './style.ts';
import { table } from './table.ts';

type Look = { readonly width: number; readonly style: Style };

export function statusInWords(report: StatusReport, look: Look): string {
  const parts = [heading(report, look), sections(report, look), people(report, look)];
  if (report.next.length > 0) parts.push(next(report, look));
  if (report.drift.length > 0) parts.push(drift(report, look));
  if (report.uncertain.length > 0) parts.push(uncertain(report, look));
  return parts.join('\n');
}

function heading(report: StatusReport, { style }: Look): string {
  const { id, title, status, due, deadline, scope, period, demo, head, signedOffBy } = report;
  const by = signedOffBy === undefined ? '' : ` by ${plain(signedOffBy)}`;
  const dates =
    status === 'open' || status === 'complete' ? ` · due ${showDate(due)} · closes ${showDate(deadline)}` : '';
  return [
    `${style.strong(plain(title))}${demo ? ' (demo)' : ''}`,
    `${id} · ${status}${by}${dates}`,
    `${plain(scope)}, ${period.from} to ${period.to}`,
    '',
    ...report.paused.flatMap((one) => [plain(pausedInWords(one, report.zone)), '']),
    ...(report.channelUnreachable === undefined
      ? []
      : [`The team channel cannot be written to: ${plain(report.channelUnreachable)}.`, '']),
    counts(report),
    style.faint(`Record: ${head.version} events, ending in ${head.hash}`),
    '',
  ].join('\n');
}

function counts({
  answered,
  asked,
  meets,
  fallsShort,
  toBeJudged,
  informational,
  unanswered,
  stillValid,
}: StatusReport): string {
  const parts = [
    `${meets} meets`,
    `${fallsShort} falls short`,
    `${toBeJudged} to be judged`,
    `${informational} informational`,
    `${unanswered} unanswered`,
  ];
  const beside = stillValid === 0 ? '' : ` (${stillValid} more still valid)`;
  return `${answered} of ${asked} answered: ${parts.join(', ')}${beside}`;
}

function sections({ sections: all }: StatusReport, { width, style }: Look): string {
  const columns = [
    { head: 'Section' },
    { head: 'Answered', align: 'right' },
    { head: 'Falls short', align: 'right' },
    { head: 'To be judged', align: 'right' },
    { head: 'Accountable' },
  ] as const;
  const rows = all.map(({ title, answered, asked, fallsShort, toBeJudged, accountable }) => [
    plain(title),
    `${answered} of ${asked}`,
    few(fallsShort),
    few(toBeJudged),
    plain(accountable),
  ]);
  return table(columns, rows, { width, head: style.faint });
}

function people({ people: all }: StatusReport, { width, style }: Look): string {
  const rows = all.map(({ name, answered, asked, unreachable }) => [
    plain(name),
    `${answered} of ${asked}`,
    unreachable === undefined ? '' : `cannot be reached: ${plain(unreachable)}`,
  ]);
  const columns = [{ head: 'Owner' }, { head: 'Answered', align: 'right' }, { head: '' }] as const;
  return table(columns, rows, { width, head: style.faint });
}

function next({ next: coming, zone }: StatusReport, { width, style }: Look): string {
  const rows = coming.map(({ at, sentence }) => [showMoment(zone, at), plain(sentence)]);
  return table([{ head: 'Next' }, { head: zone }], rows, { width, head: style.faint });
}

/** Owners the record and the file do not agree on, until the file says so too. */
function drift({ drift: differs }: StatusReport, { width, style }: Look): string {
  const rows = differs.map(({ prompt, file, now }) => [prompt, plain(now), plain(file ?? 'nobody')]);
  const columns = [{ head: 'Owner changed' }, { head: 'Now' }, { head: 'The file says' }] as const;
  return table(columns, rows, { width, head: style.faint });
}

/** Not sent again; the next reminder stands in for it. */
function uncertain({ uncertain: all, zone }: StatusReport, { width, style }: Look): string {
  const rows = all.map(({ to, kind, at }) => [plain(to), plain(kind), showMoment(zone, at)]);
  return table([{ head: 'Perhaps not arrived' }, { head: '' }, { head: zone }], rows, { width, head: style.faint });
}

/** A column of noughts hides the numbers that matter. */
function few(count: number): string {
  return count === 0 ? '·' : String(count);
}
