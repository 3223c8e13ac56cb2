/** The app package is what Teams takes, asks for what the code needs and nothing else, and names the words Muster knows. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../src/domain/card/commands.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root));
const schema: Schema = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(read('infra/teams/manifest.schema.json').toString()));
const published = new Validator(schema, '4', false);

/** What we say, and no member more: whatever is added must be added here too, with its reason in docs/teams.md. */
const ours = z.strictObject({
  $schema: z.url(),
  manifestVersion: z.string(),
  version: z.string().regex(/^[1-9]\d*\.\d+\.\d+$/),
  id: z.guid(),
  developer: z.strictObject({ name: z.string(), websiteUrl: z.url(), privacyUrl: z.url(), termsOfUseUrl: z.url() }),
  name: z.strictObject({ short: z.string(), full: z.string() }),
  description: z.strictObject({ short: z.string(), full: z.string() }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string(),
  bots: z.tuple([
    z.strictObject({
      botId: z.guid(),
      scopes: z.array(z.string()),
      commandLists: z.tuple([
        z.strictObject({
          scopes: z.array(z.string()),
          commands: z.array(z.strictObject({ title: z.string(), description: z.string() })),
        }),
      ]),
    }),
  ]),
  permissions: z.array(z.string()),
  defaultInstallScope: z.string(),
});

const id = '5f0c3a1e-7b52-4c1d-9a86-2e4d7f10b3c9';
const website = 'https://wiki.example.com/muster';
const folder = mkdtempSync(join(tmpdir(), 'muster-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Made = {
  readonly code: number;
  readonly said: string;
  readonly bytes: Buffer;
  readonly files: Readonly<Record<string, Uint8Array>>;
};

async function made(env: Readonly<Record<string, string>>): Promise<Made> {
  const file = join(mkdtempSync(join(folder, 'made-')), 'deep', 'muster.zip');
  const script = new URL('infra/scripts/teams-package.mjs', root).pathname;
  const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
    const ended = execFile(process.execPath, [script, file], { env }, (_, out, err) =>
      resolve({ code: ended.exitCode ?? -1, said: out + err }),
    );
  });
  const bytes = code === 0 ? readFileSync(file) : Buffer.alloc(0);
  return { code, said, bytes, files: code === 0 ? unzipSync(bytes) : {} };
}

function manifestOf({ files }: Made) {
  return JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
}

describe('the package', () => {
  let whole: Made;
  beforeAll(async () => {
    whole = await made({ TEAMS_APP_ID: id.toUpperCase(), TEAMS_APP_WEBSITE: website });
  });

  it('holds the manifest and the two icons, and nothing else', () => {
    expect(whole).toMatchObject({ code: 0, said: expect.stringMatching(/muster\.zip\n$/) });
    expect(Object.keys(whole.files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    for (const icon of ['color.png', 'outline.png'])
      expect(Buffer.from(whole.files[icon] ?? []).equals(read(`infra/teams/${icon}`))).toBe(true);
  });

  it('is what Microsoft’s schema takes, of the version it names', () => {
    const manifest = manifestOf(whole);
    expect(published.validate(manifest).errors).toEqual([]);
    const { manifestVersion, $schema } = ours.parse(manifest);
    expect($schema).toBe(
      `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    );
  });

  it('is judged by a schema that refuses what is wrong', () => {
    const manifest = manifestOf(whole);
    const [bot] = ours.parse(manifest).bots;
    const thirteen = {
      ...bot.commandLists[0],
      commands: [...commands, 1].map(() => ({ title: 'a', description: 'b' })),
    };
    const wrong = [
      { ...manifest, id: 'muster' },
      { ...manifest, manifestVersion: '1.0' },
      { ...manifest, surplus: true },
      { ...manifest, bots: [{ ...bot, scopes: ['everywhere'] }] },
      { ...manifest, bots: [{ ...bot, commandLists: [thirteen] }] },
      { ...manifest, developer: { ...manifest.developer, privacyUrl: 'ftp://example.com' } },
    ];
    for (const each of wrong) expect(published.validate(each).valid, JSON.stringify(each).slice(0, 200)).toBe(false);
  });

  it('is one bot under one id, for people and teams, with no access to anybody’s messages', () => {
    const manifest = ours.parse(manifestOf(whole));
    expect(manifest.id).toBe(id);
    expect(manifest.bots[0]).toMatchObject({ botId: id, scopes: ['personal', 'team'] });
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
    expect(manifest.bots[0].commandLists[0].scopes).toEqual(manifest.bots[0].scopes);
  });

  it('lists the words Muster knows, all of them', () => {
    const [list] = ours.parse(manifestOf(whole)).bots[0].commandLists;
    expect(list.commands).toEqual(commands.map(({ name, does }) => ({ title: name, description: does })));
  });

  it('leaves no placeholder, and has the same bytes for the same values', async () => {
    expect(JSON.stringify(manifestOf(whole))).not.toMatch(/\$\{\{|undefined/);
    const again = await made({ TEAMS_APP_ID: id, TEAMS_APP_WEBSITE: website, TZ: 'Asia/Kolkata' });
    expect(again.bytes.equals(whole.bytes)).toBe(true);
  });

  it('bears the name and pages it is given, whatever is in them', async () => {
    const privacy = 'https://wiki.example.com/privacy?of="muster"';
    const env = {
      TEAMS_APP_ID: id,
      TEAMS_APP_WEBSITE: website,
      TEAMS_APP_PRIVACY: privacy,
      TEAMS_APP_NAME: 'Muster "$&"',
    };
    const manifest = manifestOf(await made(env));
    expect(manifest.name.short).toBe('Muster "$&"');
    expect(manifest.developer).toMatchObject({ websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: website });
  });
});

describe('without what it needs', () => {
  const notSet = /^TEAMS_APP_ID is not set\. .*\nTEAMS_APP_WEBSITE is not set\. .*\nNothing was written\.\n$/;
  const noGuid = /^TEAMS_APP_ID is not a GUID such as /;
  it.each([
    ['nothing at all', {}, notSet],
    ['empty values', { TEAMS_APP_ID: '', TEAMS_APP_WEBSITE: ' ' }, notSet],
    ['a secret in place of the id', { TEAMS_APP_ID: 'Xy8Q~s3cret', TEAMS_APP_WEBSITE: website }, noGuid],
    ['an id with something after it', { TEAMS_APP_ID: `${id}\n0`, TEAMS_APP_WEBSITE: website }, noGuid],
    [
      'the guide’s own example',
      { TEAMS_APP_ID: '12345678-90AB-cdef-1234-567890abcdef', TEAMS_APP_WEBSITE: website },
      /^TEAMS_APP_ID is the example of the guide\./,
    ],
    [
      'a page with a password in it',
      { TEAMS_APP_ID: id, TEAMS_APP_WEBSITE: 'https://muster:s3cret@wiki.example.com/' },
      /^TEAMS_APP_WEBSITE is not an address.*no name or password/,
    ],
    [
      'a page nobody guards',
      { TEAMS_APP_ID: id, TEAMS_APP_WEBSITE: 'http://wiki' },
      /^TEAMS_APP_WEBSITE is not an address/,
    ],
    [
      'an id of nobody',
      { TEAMS_APP_ID: id.replaceAll(/[^-]/g, '0'), TEAMS_APP_WEBSITE: website },
      /^TEAMS_APP_ID is nobody’s/,
    ],
    [
      'a name that turns what follows it',
      { TEAMS_APP_ID: id, TEAMS_APP_WEBSITE: website, TEAMS_APP_NAME: 'Muster\u202e' },
      /^TEAMS_APP_NAME has a sign in it that nobody sees/,
    ],
    [
      'a name too long',
      { TEAMS_APP_ID: id, TEAMS_APP_WEBSITE: website, TEAMS_APP_NAME: 'M'.repeat(31) },
      /^TEAMS_APP_NAME is longer/,
    ],
  ])('says what is missing: %s', async (_, env, sentence) => {
    const { code, said } = await made(env);
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('s3cret');
  });
});

it('has each scope and permission explained, and each variable', () => {
  const docs = read('docs/teams.md').toString();
  const script = read('infra/scripts/teams-package.mjs').toString();
  const variables = new Set(script.match(/TEAMS_APP_[A-Z]+/g));
  expect(variables.size).toBe(5);
  for (const asked of ['personal', 'team', 'identity', 'messageTeamMembers', ...variables])
    expect(docs).toContain(`\`${asked}\``);
});
