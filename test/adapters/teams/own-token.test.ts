/** Whoever gets no token of Microsoft Entra has sent nothing, and does not wait for ever. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withToken } from '../../../src/adapters/teams/own-token.ts';
import { transport } from '../../../src/adapters/teams/transport.ts';
import { keptLog } from '../../support/kept-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('signs with what it is given', async () => {
  const signed = await withToken({ signRequest: async (request: string) => `${request}, signed` }).signRequest('this');
  expect(signed).toBe('this, signed');
  expect(vi.getTimerCount()).toBe(0);
});

it('says that nothing was sent when the secret is wrong, or nobody answers', async () => {
  const refused = withToken<string>({ signRequest: () => Promise.reject(new Error('invalid_client')) });
  await expect(refused.signRequest('this')).rejects.toMatchObject({ certainty: 'not sent' });
  const silent = withToken({ signRequest: () => new Promise<string>(() => undefined) }).signRequest('this');
  const told = expect(silent).rejects.toMatchObject({
    certainty: 'not sent',
    message: expect.stringContaining('cannot reach login.microsoftonline.com'),
  });
  await vi.advanceTimersByTimeAsync(60_000);
  await told;
});

const msal = (message: string, errorCode: string) => Object.assign(new Error(message), { errorCode });
it.each([
  [
    'a wrong secret',
    msal('AADSTS7000215: Invalid client secret provided.', 'invalid_client'),
    /not its Secret ID.*7000215/,
  ],
  ['an old secret', msal('AADSTS7000222: The provided keys are expired.', 'invalid_client'), /has ended.*7000222/],
  ['a wrong app id', msal('AADSTS700016: Application was not found.', 'unauthorized_client'), /TEAMS_APP_ID.*700016/],
  ['a wrong tenant', msal('AADSTS90002: Tenant not found.', 'invalid_request'), /^[^.]*no tenant TEAMS_TENANT_ID/],
  ['a rule of theirs', msal('AADSTS53003: Access has been blocked.', 'access_denied'), /\(AADSTS53003\)$/],
  ['no network', msal('network_error: Network request failed', 'network_error'), /^This machine cannot reach login/],
  ['something else', new Error('It broke.'), /is wrong or has expired, or Entra cannot be reached/],
])('tells %s from the others', async (_, cause, sentence) => {
  const refused = withToken<string>({ signRequest: () => Promise.reject(cause) }).signRequest('this');
  await expect(refused).rejects.toMatchObject({ certainty: 'not sent', message: expect.stringMatching(sentence) });
});

it.each(['SingleTenant', 'UserAssignedMSI'] as const)('a %s app turns away whoever is not Teams', async (appType) => {
  const ids = { appId: '1b2c3d4e-0000-4000-8000-000000000001', tenantId: '1b2c3d4e-0000-4000-8000-000000000002' };
  const password = appType === 'SingleTenant' ? { appPassword: 'secret' } : {};
  const { authenticate } = transport({ ...ids, ...password, appType, access: { door: 'guarded' }, log: keptLog() });
  const claims = Buffer.from(JSON.stringify({ iss: 'https://sts.windows.net/a/', aud: ids.appId })).toString(
    'base64url',
  );
  for (const header of ['', 'Bearer a.b.c', `Bearer a.${claims}.c`]) {
    await expect(authenticate(header, {} as never)).rejects.toMatchObject({ status: 401 });
  }
});
