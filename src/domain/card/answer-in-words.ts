/** An answer as a person reads it: a short label, and what stands beside it. What people wrote stays data. */
import type { AnswerKind, PartKind } from '../checklist/answer-kind.ts';
import type { Prompt } from '../checklist/prompt.ts';
import type { Answer, Evidence, PartResponse, Response } from '../checklist/response.ts';
import { showDate } from '../time/show.ts';
import { readable, type Words } from '../words.ts';
import type { Span } from './card.ts';
import { durationInWords } from './duration-in-words.ts';
import { shortened } from './shortened.ts';
import { periodInWords } from './times.ts';

export type InWords = { readonly label: string; readonly detail: readonly (readonly Span[])[] };

const statusLabels = {
  'not applicable': 'Not applicable',
  "don't know": 'Nobody knows yet',
  declined: 'Declined',
} as const;
export const verdictLabels = { yes: 'Yes', no: 'No', partly: 'Partly' } as const;

type Asking = Pick<Prompt, 'answer'>;

/** What a label alone would say of an answer in sentences, which tells nobody what it is. */
const inSentences = 'Answered';

export function answerInWords(answer: Answer, prompt: Asking): InWords {
  const said = saidIn(answer, prompt);
  const note = answer.note ? [quoted(answer.note)] : [];
  return { label: said.label, detail: [...said.detail, ...note, ...answer.evidence.map(evidenceInWords)] };
}

/** In a line: its label, or the first words of an answer in sentences. For who may read it only, never for a channel. */
export function answerInShort(answer: Answer, prompt: Asking, most = 60): string {
  const { label, detail } = saidIn(answer, prompt);
  if (label !== inSentences) return shortened(label, most);
  const line = detail.map((spans) => spans.map(({ text }) => text).join('')).join('; ');
  const cut = shortened(line, most - 1);
  const opened = cut.lastIndexOf('“') > cut.lastIndexOf('”');
  return opened ? `${cut}”` : cut;
}

function saidIn(answer: Answer, prompt: Asking): InWords {
  return answer.status === 'answered'
    ? responseInWords(answer.response, prompt.answer)
    : { label: statusLabels[answer.status], detail: [quoted(answer.reason)] };
}

/** Words in quotes, so that nobody takes them for ours. */
export function quoted(words: Words): readonly Span[] {
  return [{ text: `“${readable(words)}”` }];
}

function responseInWords(response: Response, kind: AnswerKind): InWords {
  if (response.kind !== 'parts') return partInWords(response, kind.kind === 'parts' ? undefined : kind);
  const parts = kind.kind === 'parts' ? kind.parts : [];
  const detail = parts.flatMap(({ id, label, answer }) => {
    const given = response.parts[id];
    if (!given) return [];
    const said = partInWords(given, answer);
    const [first, ...rest] = said.label === inSentences ? said.detail : [[{ text: said.label }], ...said.detail];
    return [[{ text: `${label}: ` }, ...(first ?? [])], ...rest];
  });
  return { label: inSentences, detail };
}

function partInWords(response: PartResponse, kind: PartKind | undefined): InWords {
  switch (response.kind) {
    case 'verdict':
      return { label: verdictLabels[response.verdict], detail: maybe(response.detail) };
    case 'text':
      return { label: inSentences, detail: [quoted(response.text)] };
    case 'choices': {
      const labels = response.chosen.map((id) => optionLabel(id, kind));
      return { label: labels.join(', '), detail: [...maybe(response.other), ...maybe(response.detail)] };
    }
    case 'number': {
      const unit = kind?.kind === 'number' ? ` ${kind.unit}` : '';
      return { label: `${response.value}${unit}`, detail: maybe(response.detail) };
    }
    case 'duration':
      return { label: durationInWords(response.value), detail: [] };
    case 'list':
      return { label: inSentences, detail: response.entries.map(quoted) };
    default:
      return response satisfies never;
  }
}

function optionLabel(id: string, kind: PartKind | undefined): string {
  const option = kind?.kind === 'choices' ? kind.options.find((one) => one.id === id) : undefined;
  return option ? (option.modern ?? option.label) : id;
}

function maybe(words: Words | undefined): readonly (readonly Span[])[] {
  return words ? [quoted(words)] : [];
}

/** Only what its author entered as a link is one, and only to the web. Its text is the address that opens. */
function evidenceInWords({ link, observedAt, period }: Evidence): readonly Span[] {
  const text = readable(link);
  const during = period ? `, for ${periodInWords(period)}` : '';
  const shown: Span = isWebLink(text) ? { text: addressOf(text), href: text } : { text };
  return [{ text: 'Evidence: ' }, shown, { text: `, observed ${showDate(observedAt, '')}${during}` }];
}

/** As a browser understands it: letters that look like others, or that nobody sees, are spelled out. */
function addressOf(link: string): string {
  const { href } = new URL(link);
  return href === `${link}/` ? link : href;
}

export function isWebLink(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}
