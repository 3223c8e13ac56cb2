/** Why Microsoft Entra gave us no token, in words that say which setting to look at. */

const known: Readonly<Record<string, string>> = {
  '7000215':
    'Microsoft Entra does not take TEAMS_APP_PASSWORD. Copy the secret’s Value, not its Secret ID, from Certificates & secrets',
  '7000222': 'The client secret in TEAMS_APP_PASSWORD has ended. Make a new one under Certificates & secrets',
  '700016': 'Microsoft Entra knows no app with TEAMS_APP_ID in the tenant TEAMS_TENANT_ID. Copy both ids again',
  '90002': 'Microsoft Entra knows no tenant TEAMS_TENANT_ID. Copy the Directory (tenant) ID again',
  '900023': 'Microsoft Entra knows no tenant TEAMS_TENANT_ID. Copy the Directory (tenant) ID again',
  '7000112': 'The app of TEAMS_APP_ID is disabled in Microsoft Entra. Enable it there',
};

const unreached =
  'This machine cannot reach login.microsoftonline.com, where Microsoft Entra gives Muster its token. Check its network, name server and firewall; HTTPS_PROXY is not used';

const unclear =
  'Microsoft Entra gives Muster no token for Teams. TEAMS_APP_ID, TEAMS_TENANT_ID or TEAMS_APP_PASSWORD is wrong or has expired, or Entra cannot be reached';

export class TokenLate extends Error {
  constructor() {
    super('It did not answer in time.');
    this.name = 'TokenLate';
  }
}

/** Entra's message may name people and requests, so only its number is repeated. */
export function whyNoToken(cause: unknown): string {
  if (cause instanceof TokenLate) return unreached;
  if (!(cause instanceof Error)) return unclear;
  const number = /AADSTS(\d+)/.exec(cause.message)?.[1];
  if (number !== undefined) return `${known[number] ?? 'Microsoft Entra gives Muster no token'} (AADSTS${number})`;
  return 'errorCode' in cause && cause.errorCode === 'network_error' ? unreached : unclear;
}
