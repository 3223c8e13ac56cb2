/** Somebody on a roster, as Teams describes them. */
import { z } from 'zod';
import type { Member } from './connector.ts';

const person = z.object({
  id: z.string(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
});

export function memberOf(found: unknown): Member | undefined {
  const read = person.safeParse(found);
  if (!read.success) return undefined;
  const { id, aadObjectId, objectId, tenantId, email, userPrincipalName, userRole } = read.data;
  const account = (aadObjectId ?? objectId ?? '').toLowerCase();
  const names = [email, userPrincipalName].flatMap((name) => (name ? [name.toLowerCase()] : []));
  const guest = roles.has(userRole?.toLowerCase() ?? '') || names.some((name) => name.includes('#ext#'));
  return { id, account, names, guest, ...(tenantId && { tenant: tenantId.toLowerCase() }) };
}

// A guest's user principal name also says so: pia_elsewhere.example#EXT#@ours.example.
const roles: ReadonlySet<string> = new Set(['guest', 'anonymous']);
