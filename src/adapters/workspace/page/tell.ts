/** Says things to people who cannot see them happen, and says what went wrong to everybody. */
export function announce(words: string): void {
  const announcer = document.getElementById('announcer');
  if (!announcer || words === '') return;
  // The same words again would not be read again.
  announcer.textContent = announcer.textContent === words ? `${words} ` : words;
}

export function trouble(words: string): void {
  const place = document.getElementById('trouble');
  if (place && place.textContent !== words) place.textContent = words;
}

export const unreachable = 'Muster cannot be reached just now. Nothing you typed is lost; try again in a moment.';

/** The sentence of a page that says why something was not done. */
export function sentenceOf(page: Document): string {
  return page.querySelector('.failure, .note.refused p')?.textContent ?? unreachable;
}
