/** What the next review would ask of whom, and when, as a person reads it before opening it. */
import { pausedInWords } from '../domain/paused.ts';
import { showDate, showMoment } from '../domain/time/show.ts';
import type { Preview } from '../flow/office-rows.ts';
import { counted } from './counted.ts';
import { plain, type Style } from './style.ts';
import { factList, table } from './table.ts';

export function previewInWords(preview: Preview, { width, style }: { width: number; style: Style }): string {
  const { title, scope, period, zone, opens, due, deadline, lead, approvers, demo } = preview;
  const facts: [string, string][] = [
    ['Scope', plain(scope)],
    ['Period', `${period.from} to ${period.to}`],
    ['Opens', `${showMoment(zone, opens)} ${zone}`],
    ['Due', `${showDate(due)}, and closes ${showDate(deadline)} at the latest`],
    ['Lead', plain(lead.name)],
    [approvers.length === 1 ? 'Approver' : 'Approvers', approvers.map(({ name }) => plain(name)).join(', ')],
  ];
  const heading = style.strong(plain(title)) + (demo ? ' (demo)' : '');
  return [
    heading,
    factList(facts, width),
    peopleTable(preview, width, style),
    totals(preview),
    ...pauses(preview),
  ].join('\n');
}

function pauses({ paused, zone }: Preview): readonly string[] {
  return paused.map((one) => `${plain(pausedInWords(one, zone))}\n`);
}

function peopleTable({ people, prompts }: Preview, width: number, style: Style): string {
  const columns = [
    { head: 'Who' },
    { head: 'Prompts', align: 'right' },
    { head: 'Minutes', align: 'right' },
    { head: 'Hears first' },
    { head: 'Sections' },
  ] as const;
  const rows = people.map(({ id, name, zone, prompts: count, minutes, hears }) => {
    const [first] = hears;
    const theirs = prompts.filter(({ owner, asked }) => owner.id === id && asked !== undefined);
    const sections = [...new Set(theirs.map(({ sectionTitle }) => plain(sectionTitle)))].join(' · ');
    const when = first === undefined ? '' : `${showMoment(zone, first)} ${zone}`;
    return [plain(name), String(count), String(minutes), when, sections];
  });
  return table(columns, rows, { width, head: style.faint });
}

/** What follows from sub-questions or waits for another answer is in nobody's count. */
function totals({ prompts, people }: Preview): string {
  const asked = people.reduce((sum, each) => sum + each.prompts, 0);
  const valid = prompts.filter((prompt) => prompt.asked === undefined).length;
  const follow = prompts.length - valid - asked;
  const beside = [
    ...(valid > 0 ? [`${counted(valid, 'answer is', 'answers are')} still valid`] : []),
    ...(follow > 0 ? [`${counted(follow, 'prompt follows', 'prompts follow')} from other answers`] : []),
  ];
  const rest = beside.length > 0 ? ` ${beside.join(', ')}.` : '';
  return `${counted(asked, 'prompt')} would be asked of ${counted(people.length, 'person', 'people')}.${rest}\n`;
}
