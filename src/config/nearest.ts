/** The known name somebody probably meant. */
import { closestMatch } from 'leven';

/** At most a third of its letters may be wrong: a farther name would be a riddle and not a help. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  return closestMatch(name, known, { maxDistance: Math.max(1, Math.floor(name.length / 3)) });
}

/** Ends a sentence about a name that is not known: with the one meant, or with all there are when they are few. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return ` Did you mean "${meant}"?`;
  if (known.length === 0 || known.length > 12) return '';
  return ` There ${known.length === 1 ? 'is' : 'are'} ${list.format(known.map((each) => `"${each}"`))}.`;
}

const list = new Intl.ListFormat('en-GB');
