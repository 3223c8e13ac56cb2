/** What is known of the message somebody pressed on. */
import type { Person } from '../../domain/people.ts';
import type { Standing } from '../../flow/ports/messages.ts';
import type { OpenKit } from './kit.ts';
import { refOf, type Spot } from './spot.ts';

/**
 * Its row, for nobody but whose it is. Where it was of somebody whose account this was before, it is theirs from now on, and
 * nothing that was entered there.
 */
export async function ownRow(kit: OpenKit, person: Person, spot: Spot): Promise<Standing | undefined> {
  const ref = refOf(spot);
  const known = ref && (await kit.messages.byRef(ref));
  if (!known || known.contact === person.id) return known;
  const taken = { ref: known.ref, contact: person.id, view: known.view, at: kit.clock.now() };
  await kit.messages.add(taken);
  return taken;
}
