/** The known name somebody probably meant, whatever its case. */
import leven from 'leven';

/** At most a third of its letters may be wrong: a farther name would be a riddle and not a help. */
export function nearest<T extends string>(name: string, known: readonly T[]): T | undefined {
  const wanted = name.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const near = known
    .filter((each) => Math.abs(each.length - wanted.length) <= most)
    .map((each) => ({ each, far: distance(wanted, each.toLowerCase()) }))
    .filter(({ far }) => far <= most);
  return near.toSorted((one, other) => one.far - other.far)[0]?.each;
}

/** Two neighbours in each other's place are one slip of the fingers and not two. */
function distance(name: string, known: string): number {
  return Math.min(leven(name, known), ...swapped(name).map((one) => 1 + leven(one, known)));
}

function swapped(name: string): readonly string[] {
  return Array.from({ length: Math.max(name.length - 1, 0) }, (_, at) =>
    [name.slice(0, at), name[at + 1], name[at], name.slice(at + 2)].join(''),
  );
}
