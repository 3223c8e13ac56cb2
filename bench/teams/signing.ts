/** Who we are in the Teams of this bench, and the tokens it brings. */
import { authorization } from '../../test/support/teams/issuer/tokens.ts';

export const appId = '00000000-aaaa-4aaa-8aaa-000000000001';
export const tenant = '00000000-bbbb-4bbb-8bbb-000000000002';

/** Teams brings the same token for a long while. */
export function bearer(serviceUrl: string): string {
  return authorization('valid', { appId, serviceUrl, at: Date.now() }) ?? '';
}
