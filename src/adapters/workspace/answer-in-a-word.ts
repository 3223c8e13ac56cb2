/** An answer without anything a person wrote: its verdict, its choice, or that there is one. */
import type { Answer, Response } from '../../domain/checklist/response.ts';

export function answerInAWord(answer: Answer): string {
  return answer.status === 'answered' ? response(answer.response) : `“${answer.status}”`;
}

function response(given: Response): string {
  switch (given.kind) {
    case 'verdict':
      return given.verdict;
    case 'choices':
      return given.chosen.join(', ').replaceAll('-', ' ');
    case 'number':
      return String(given.value);
    case 'duration':
      return given.value;
    case 'text':
    case 'list':
    case 'parts':
      return 'in words';
    default:
      return given satisfies never;
  }
}
