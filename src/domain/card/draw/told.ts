/** One thing a notice says, what stands below it, and what one can do. */
import type { Action, Row } from '../card.ts';

export type Told = { readonly sentence: string; readonly rows: readonly Row[]; readonly actions: readonly Action[] };
