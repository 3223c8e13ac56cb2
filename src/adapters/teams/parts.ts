/** Which part of a long card is looked at in a message; once forgotten, it shows its first part again. */
import { type Recent, recent } from './recent.ts';

export type Parts = Recent<number>;

/** More than are leafed through in a week. */
const mostKnown = 20_000;

export function parts(): Parts {
  return recent(mostKnown);
}
