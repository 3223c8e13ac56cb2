/** What the workspace's handlers work with: what it was given, and what it keeps in memory. */

import type { Person } from '../../domain/people.ts';
import { RequestRefused } from '../../flow/ports/request-refused.ts';
import type { Asides } from './asides.ts';
import { residentsOf } from './house.ts';
import type { WorkspaceOptions } from './options.ts';

export type Kit = WorkspaceOptions & { readonly asides: Asides };

/** Who acts, by the key in the address: the demo is a play house, and the desk judges every act anew. */
export async function residentOf({ directory }: Pick<Kit, 'directory'>, key: unknown): Promise<Person> {
  const found = residentsOf(await directory.people()).find((person) => person.key === key);
  if (!found) throw new RequestRefused('Nobody of that name is here.', 404);
  return found;
}
