/** Teams' variables: what each must look like, which belong together, and when the door may stand open. */
import { z } from 'zod';
import type { ConfigProblem } from './config-problem.ts';
import { isLoopback } from './loopback.ts';
import { isGuid, secret } from './secret.ts';

const example = '12345678-90ab-cdef-1234-567890abcdef';
const id = (what: string) =>
  z
    .string()
    .trim()
    .refine(isGuid, `This is no id. Write the ${what}, such as ${example}.`)
    .refine((text) => text.toLowerCase() !== example, 'This is the example of the guide. Copy your own id here.')
    .toLowerCase()
    .exactOptional();
const appTypes = ['SingleTenant', 'UserAssignedMSI'] as const;

const notTheValue =
  'This looks like the Secret ID. Copy the secret’s Value (Certificates & secrets); Microsoft shows it once, so make a new secret if it is gone.';

export const teamsVariables = {
  TEAMS_APP_ID: id('application (client) id of your bot in Microsoft Entra'),
  TEAMS_APP_PASSWORD: secret((text) => !isGuid(text), notTheValue).exactOptional(),
  TEAMS_TENANT_ID: id('directory (tenant) id of your organisation in Microsoft Entra'),
  TEAMS_APP_TYPE: z.enum(appTypes, `Write ${appTypes.join(' or ')}.`).exactOptional(),
  TEAMS_INSECURE_LOCAL: z.literal('1', 'Write 1, or unset it.').exactOptional(),
  TEAMS_TEST_OPENID: z
    .url({ protocol: /^http$/, error: 'This is not an address such as http://127.0.0.1:4000/openid.' })
    .exactOptional(),
} as const;
type Given = z.infer<z.ZodObject<typeof teamsVariables>>;

export type TeamsSettings = {
  readonly appId: string;
  readonly appType: (typeof appTypes)[number];
  readonly tenantId: string;
  readonly appPassword?: string;
  readonly access:
    | { readonly door: 'guarded' }
    | { readonly door: 'open on loopback' }
    | { readonly door: 'test issuer'; readonly openIdMetadata: string };
};

/** Undefined when Teams is not set up, or not wholly. */
export function teamsSettings(given: Given): TeamsSettings | undefined {
  const { TEAMS_APP_ID: appId, TEAMS_TENANT_ID: tenantId, TEAMS_APP_PASSWORD: appPassword } = given;
  if (appId === undefined || tenantId === undefined) return undefined;
  const appType = given.TEAMS_APP_TYPE ?? 'SingleTenant';
  return { appId, appType, tenantId, ...(appPassword !== undefined && { appPassword }), access: accessOf(given) };
}

function accessOf({ TEAMS_INSECURE_LOCAL: open, TEAMS_TEST_OPENID: openIdMetadata }: Given): TeamsSettings['access'] {
  if (openIdMetadata !== undefined) return { door: 'test issuer', openIdMetadata };
  return { door: open === undefined ? 'guarded' : 'open on loopback' };
}

type Where = { readonly host: string; readonly production: boolean };

export function teamsProblems(given: Given, where: Where): readonly ConfigProblem[] {
  return [...teamsMissing(given), ...ajar(given, where)];
}

/** Whatever is wrong with what is set. */
export function teamsMissing(given: Readonly<Partial<Record<keyof Given, unknown>>>): readonly ConfigProblem[] {
  if (!Object.keys(teamsVariables).some((name) => name in given)) return [];
  const unset = (variable: keyof Given, message: string) =>
    given[variable] === undefined ? [{ variable, message }] : [];
  if (given.TEAMS_APP_TYPE === 'UserAssignedMSI' && given.TEAMS_APP_PASSWORD !== undefined)
    return [{ variable: 'TEAMS_APP_PASSWORD', message: 'A managed identity has none. Unset it, or TEAMS_APP_TYPE.' }];
  const twice =
    'This is the same as TEAMS_APP_ID. Copy the directory (tenant) ID, which stands below the application (client) ID.';
  const guarded = given.TEAMS_TEST_OPENID === undefined && given.TEAMS_INSECURE_LOCAL === undefined;
  const secret = guarded && given.TEAMS_APP_TYPE !== 'UserAssignedMSI';
  return [
    ...unset('TEAMS_APP_ID', 'Set it too: without the id of its app Muster could not tell Teams from anybody else.'),
    ...unset('TEAMS_TENANT_ID', 'Set it too: Muster answers one organisation, and has to know which.'),
    ...(isSameId(given.TEAMS_APP_ID, given.TEAMS_TENANT_ID) ? [{ variable: 'TEAMS_TENANT_ID', message: twice }] : []),
    ...(secret
      ? unset(
          'TEAMS_APP_PASSWORD',
          'Set it too, or TEAMS_APP_TYPE=UserAssignedMSI: without it Muster cannot speak in Teams.',
        )
      : []),
  ];
}

function isSameId(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map((id) => (typeof id === 'string' ? id.trim().toLowerCase() : undefined));
  return a !== undefined && a !== '' && a === b;
}

/** What opens the door for tools and tests on this machine opens it for nobody else. */
function ajar(given: Given, { host, production }: Where): readonly ConfigProblem[] {
  const { TEAMS_INSECURE_LOCAL: open, TEAMS_TEST_OPENID: issuer } = given;
  const found: ConfigProblem[] = [];
  for (const variable of ['TEAMS_INSECURE_LOCAL', 'TEAMS_TEST_OPENID'] as const) {
    if (given[variable] === undefined) continue;
    if (production) found.push({ variable, message: 'This is never set with NODE_ENV=production. Unset it.' });
    else if (!isLoopback(host)) found.push({ variable, message: `${anybody} Set HOST=127.0.0.1, or unset this.` });
  }
  if (issuer !== undefined && !isLoopback(new URL(issuer).hostname))
    found.push({
      variable: 'TEAMS_TEST_OPENID',
      message: 'Tokens for a test come from this machine only: write 127.0.0.1.',
    });
  if (open !== undefined && issuer !== undefined)
    found.push({ variable: 'TEAMS_INSECURE_LOCAL', message: 'Set this or TEAMS_TEST_OPENID, and not both.' });
  return found;
}

const anybody = 'With this, whoever reaches this machine could answer as anybody.';
