/** Teams is set up wholly or not at all, and its door stands open on this machine only. */
import { expect, it } from 'vitest';
import { configProblemLine } from '../../src/config/config-problem.ts';
import { readVariables } from '../../src/config/variables.ts';

const ids = {
  TEAMS_APP_ID: '1B2C3D4E-0000-4000-8000-000000000001',
  TEAMS_TENANT_ID: '1b2c3d4e-0000-4000-8000-000000000002',
};
const whole = { ...ids, TEAMS_APP_PASSWORD: 'not-to-be-told' };
const openid = 'http://127.0.0.1:4000/channel/openid';
const told = (env: Record<string, string>) => readVariables(env).problems.map(configProblemLine);

it('is one organisation’s app with a password, or a managed identity without one', () => {
  const { problems, variables } = readVariables(whole);
  expect(problems).toEqual([]);
  expect(variables).toMatchObject({ demo: false, chats: ['Microsoft Teams'] });
  expect(variables?.teams).toEqual({
    appId: ids.TEAMS_APP_ID.toLowerCase(),
    appType: 'SingleTenant',
    tenantId: ids.TEAMS_TENANT_ID,
    appPassword: 'not-to-be-told',
    access: { door: 'guarded' },
  });
  const managed = readVariables({ ...ids, TEAMS_APP_TYPE: 'UserAssignedMSI' });
  expect(managed.problems).toEqual([]);
  expect(managed.variables?.teams).toMatchObject({ appType: 'UserAssignedMSI', access: { door: 'guarded' } });
});

it.each([
  ['a password alone', { TEAMS_APP_PASSWORD: 'a' }, ['TEAMS_APP_ID', 'TEAMS_TENANT_ID']],
  ['ids without a password', ids, ['TEAMS_APP_PASSWORD']],
  ['a managed identity with a password', { ...whole, TEAMS_APP_TYPE: 'UserAssignedMSI' }, ['TEAMS_APP_PASSWORD']],
  ['a type alone', { TEAMS_APP_TYPE: 'UserAssignedMSI' }, ['TEAMS_APP_ID', 'TEAMS_TENANT_ID']],
  ['an open door alone', { TEAMS_INSECURE_LOCAL: '1', HOST: '127.0.0.1' }, ['TEAMS_APP_ID', 'TEAMS_TENANT_ID']],
  ['an app of many tenants', { ...whole, TEAMS_APP_TYPE: 'MultiTenant' }, ['TEAMS_APP_TYPE']],
  ['a tenant by its domain', { ...whole, TEAMS_TENANT_ID: 'example.com' }, ['TEAMS_TENANT_ID']],
  ['an open door, meant or not', { ...whole, TEAMS_INSECURE_LOCAL: 'yes' }, ['TEAMS_INSECURE_LOCAL']],
  ['an issuer that is no address', { ...whole, TEAMS_TEST_OPENID: 'issuer' }, ['TEAMS_TEST_OPENID']],
  ['the Secret ID', { ...whole, TEAMS_APP_PASSWORD: ids.TEAMS_TENANT_ID }, ['TEAMS_APP_PASSWORD']],
  ['a password left open', { ...whole, TEAMS_APP_PASSWORD: '…' }, ['TEAMS_APP_PASSWORD']],
  ['the guide’s own example', { ...whole, TEAMS_APP_ID: '12345678-90ab-cdef-1234-567890abcdef' }, ['TEAMS_APP_ID']],
  [
    'the guide’s own example in capitals',
    { ...whole, TEAMS_APP_ID: '12345678-90AB-CDEF-1234-567890ABCDEF' },
    ['TEAMS_APP_ID'],
  ],
  ['a password of blanks', { ...whole, TEAMS_APP_PASSWORD: '  ' }, ['TEAMS_APP_PASSWORD']],
  ['one id for both', { ...whole, TEAMS_TENANT_ID: ` ${ids.TEAMS_APP_ID}` }, ['TEAMS_TENANT_ID']],
  [
    'a mistake that would hide what is missing',
    { TEAMS_APP_ID: 'muster' },
    ['TEAMS_TENANT_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_APP_ID'],
  ],
])('names the variable for %s', (_, env, variables) => {
  expect(told(env).map((line) => line.split(':')[0])).toEqual(variables);
  expect(told(env).join()).not.toContain('not-to-be-told');
});

it('takes ids as they are copied, with blanks around them', () => {
  const copied = { ...whole, TEAMS_APP_ID: ` ${ids.TEAMS_APP_ID}\n`, TEAMS_TENANT_ID: `${ids.TEAMS_TENANT_ID} ` };
  expect(readVariables(copied)).toMatchObject({
    problems: [],
    variables: { teams: { appId: ids.TEAMS_APP_ID.toLowerCase(), tenantId: ids.TEAMS_TENANT_ID } },
  });
});

it('says in its own words what is wrong with a password of blanks, and with one id for both', () => {
  expect(told({ ...whole, TEAMS_APP_PASSWORD: '  ' })).toEqual([
    'TEAMS_APP_PASSWORD: There is nothing in it but blanks. Copy your own value here.',
  ]);
  expect(told({ ...whole, TEAMS_TENANT_ID: ids.TEAMS_APP_ID })).toEqual([
    expect.stringMatching(/^TEAMS_TENANT_ID: This is the same as TEAMS_APP_ID\./),
  ]);
});

it('says that what is no id is none, before it shows one', () => {
  expect(told({ ...whole, TEAMS_APP_ID: 'x' })).toEqual([
    expect.stringContaining('This is no id. Write the application (client) id of your bot in Microsoft Entra, such as'),
  ]);
});

it.each([
  ['with nobody asked who they are', { TEAMS_INSECURE_LOCAL: '1' }, 'open on loopback'],
  ['with keys of this machine', { TEAMS_TEST_OPENID: openid }, 'test issuer'],
])('%s, listens to this machine only, and never in production', (_, door, name) => {
  const local = { ...ids, ...door, HOST: '127.0.0.1' };
  expect(readVariables(local)).toMatchObject({ problems: [], variables: { teams: { access: { door: name } } } });
  const { HOST: _host, ...everywhere } = local;
  expect(told(everywhere)).toEqual([expect.stringContaining('Set HOST=127.0.0.1')]);
  expect(told({ ...local, HOST: '0.0.0.0' })).toEqual([expect.stringContaining('whoever reaches this machine')]);
  expect(told({ ...local, NODE_ENV: 'production' })).toEqual([expect.stringContaining('NODE_ENV=production')]);
});

it('takes no keys from another machine, and one of the two doors at most', () => {
  const local = { ...ids, HOST: '127.0.0.1' };
  expect(told({ ...local, TEAMS_TEST_OPENID: 'http://keys.example/openid' })).toEqual([
    expect.stringContaining('this machine only'),
  ]);
  expect(told({ ...local, TEAMS_TEST_OPENID: openid, TEAMS_INSECURE_LOCAL: '1' })).toEqual([
    expect.stringContaining('not both'),
  ]);
});

it('says of the Secret ID what it is', () => {
  expect(told({ ...whole, TEAMS_APP_PASSWORD: ids.TEAMS_APP_ID }).join()).toContain('looks like the Secret ID');
});
