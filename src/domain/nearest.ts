/** The known name somebody probably meant, whatever its case. */
import { closestMatch } from 'leven';

/** At most a third of its letters may be wrong: a farther name would be a riddle and not a help. */
export function nearest<T extends string>(name: string, known: readonly T[]): T | undefined {
  const alike = known.map((each) => each.toLowerCase());
  const found = closestMatch(name.toLowerCase(), alike, { maxDistance: Math.max(1, Math.floor(name.length / 3)) });
  return found === undefined ? undefined : known[alike.indexOf(found)];
}
