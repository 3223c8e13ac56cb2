/** Ends a sentence about a name that is not known: with the one meant, or with all there are when they are few. */
import { nearest } from '../domain/nearest.ts';

export function didYouMean(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return ` Did you mean "${meant}"?`;
  if (known.length === 0 || known.length > 12) return '';
  return ` There ${known.length === 1 ? 'is' : 'are'} ${list.format(known.map((each) => `"${each}"`))}.`;
}

const list = new Intl.ListFormat('en-GB');
