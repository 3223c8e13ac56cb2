/** The checklists reviews are pinned to, kept under their hash for as long as a review names them. */
import type { Checklist } from '../../domain/checklist/checklist.ts';

export interface Checklists {
  byHash(hash: string): Promise<Checklist>;
  /** Keeps it and returns its hash. Keeping the same twice is one. */
  keep(checklist: Checklist): Promise<string>;
}
