/** Opening a review by hand: who would be asked what, until when; then it is confirmed. */

import { sectionTitle } from '../../checklist/section-path.ts';
import type { Refusal } from '../../event.ts';
import { pausedForEverybody } from '../../paused.ts';
import { askedAtOpening } from '../../review/asked.ts';
import type { ReviewOpened } from '../../review/events.ts';
import type { Form, FormRef } from '../form.ts';
import { listed } from '../part.ts';
import type { ProgramScene, Scene } from '../scene.ts';
import { asks, type Sent } from '../sent.ts';
import { count, day, periodInWords } from '../times.ts';

type OpenRef = Extract<FormRef, { form: 'open' }>;

export function openForm(ref: OpenRef, scene: Scene): Form | Refusal {
  const program = scene.programs?.get(ref.program);
  if (!program) return { refused: 'unknown', sentence: `Muster knows no program “${ref.program}”.` };
  const { preview } = program;
  if (program.lead !== scene.viewer) {
    const lead = scene.people.get(program.lead)?.name ?? 'its lead';
    return { refused: 'not yours', sentence: `${lead} leads “${program.title}” and opens its reviews.` };
  }
  if (!preview) return { refused: 'not possible', sentence: `A review of “${program.title}” is open already.` };
  return {
    ref,
    title: 'Open a review',
    lines: [
      `${program.title}. ${preview.scope}, ${periodInWords(preview.period)}.`,
      `Due ${day(preview.due, scene)}; it closes ${day(preview.deadline, scene)} at the latest.`,
      ...whoIsAsked(program, preview, scene),
      ...channelLine(program),
      ...(scene.paused ?? []).map((one) => pausedForEverybody(one, scene.zone, scene.now)),
    ],
    fields: [],
    submit: 'Open it',
  };
}

function channelLine({ channelName, channelHindrance }: ProgramScene): readonly string[] {
  if (channelName === undefined) return [];
  if (channelHindrance === undefined) return [`The channel ${channelName} sees it open, move and close.`];
  return [`Nothing would be posted in the channel ${channelName} now: ${channelHindrance}.`];
}

export function openSent(ref: OpenRef): Sent {
  return asks({ does: 'open', program: ref.program });
}

function whoIsAsked(program: ProgramScene, preview: ReviewOpened, scene: Scene): readonly string[] {
  const asked = askedAtOpening(preview, program.checklist);
  const owners = [...new Set(asked.map(({ owner }) => owner))];
  const lines = owners.map((owner) => {
    const own = asked.filter((item) => item.owner === owner);
    const sections = [...new Set(own.map(({ section }) => sectionTitle(program.checklist, section)))];
    const some = sections.length > 3 ? [...sections.slice(0, 2), `${sections.length - 2} more sections`] : sections;
    const away = program.unreachable.includes(owner) ? ' They cannot be reached now.' : '';
    return `${scene.people.get(owner)?.name ?? 'A former member'}: ${count(own.length, 'prompt')} of ${listed(some)}.${away}`;
  });
  const valid = preview.items.filter((item) => item.asked === undefined).length;
  const still = valid > 0 ? ` ${count(valid, 'answer')} of last time ${valid === 1 ? 'is' : 'are'} still valid.` : '';
  return [
    `${count(owners.length, 'person', 'people')} ${owners.length === 1 ? 'is' : 'are'} asked ${count(asked.length, 'prompt')}.${still}`,
    ...lines,
  ];
}
