/** Whether somebody said something there. Redacted words were said: taking them away does not ask for them again. */

import { isBlank } from '../invisible.ts';
import type { Words } from '../words.ts';

export function said(words: Words | undefined): boolean {
  return words !== undefined && (words.text === null || !isBlank(words.text));
}
