/**
 * Makes the app package that a Teams admin uploads: the manifest with what the environment says, and the two icons.
 *
 *   TEAMS_APP_ID=… TEAMS_APP_WEBSITE=https://… npm run teams:package [-- file.zip]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const files = ['color.png', 'outline.png'];

/** An empty value counts as not set. */
const given = (name) => process.env[name]?.trim() || undefined;
const website = given('TEAMS_APP_WEBSITE');
const values = {
  TEAMS_APP_ID: given('TEAMS_APP_ID')?.toLowerCase(),
  TEAMS_APP_NAME: given('TEAMS_APP_NAME') ?? 'Muster',
  TEAMS_APP_WEBSITE: website,
  TEAMS_APP_PRIVACY: given('TEAMS_APP_PRIVACY') ?? website,
  TEAMS_APP_TERMS: given('TEAMS_APP_TERMS') ?? website,
};

const problems = problemsOf(values);
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\nNothing was written.\n`);
  process.exit(1);
}
const target = resolve(process.argv[2] ?? join(root, 'dist/teams/muster.zip'));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, packed());
process.stdout.write(`${target}\n`);

function packed() {
  const manifest = JSON.stringify(filled(JSON.parse(read('manifest.json').toString('utf8'))), undefined, 2);
  const entries = { 'manifest.json': Buffer.from(`${manifest}\n`) };
  for (const file of files) entries[file] = read(file);
  // The same values make the same bytes, so a package can be compared with the one that was uploaded.
  return zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1) });
}

function read(file) {
  return readFileSync(join(root, 'infra/teams', file));
}

/** In strings only, after parsing: no value can change what the manifest is made of. */
function filled(part) {
  if (typeof part === 'string') return part.replaceAll(/\$\{\{(\w+)\}\}/g, (_, name) => values[name]);
  if (Array.isArray(part)) return part.map(filled);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value)]));
}

function problemsOf({ TEAMS_APP_ID: id, TEAMS_APP_NAME: name, TEAMS_APP_WEBSITE: page, ...pages }) {
  const where = 'the application (client) ID of your app registration in Microsoft Entra';
  const found = [];
  if (id === undefined) found.push(`TEAMS_APP_ID is not set. Set it to ${where}.`);
  // Somebody may have pasted the secret instead, so the value is never repeated.
  else if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    found.push(`TEAMS_APP_ID is not a GUID such as 11111111-2222-3333-4444-555555555555. Set it to ${where}.`);
  else if (/^[0-]+$/.test(id)) found.push(`TEAMS_APP_ID is nobody’s. Set it to ${where}.`);
  else if (id === '12345678-90ab-cdef-1234-567890abcdef')
    found.push(`TEAMS_APP_ID is the example of the guide. Set it to ${where}.`);
  if (page === undefined)
    found.push(
      'TEAMS_APP_WEBSITE is not set. Set it to a page of yours that says what Muster is for and whom to ask; Teams shows it beside the app.',
    );
  for (const [variable, url] of Object.entries({ TEAMS_APP_WEBSITE: page, ...pages }))
    if (url !== undefined && !isPage(url) && (url !== page || variable === 'TEAMS_APP_WEBSITE'))
      found.push(
        `${variable} is not an address such as https://wiki.example.com/muster. Teams takes https only, and everybody sees it: no name or password stands in it.`,
      );
  if (/\p{C}/u.test(name)) found.push('TEAMS_APP_NAME has a sign in it that nobody sees. Type the name anew.');
  if (name.length > 30) found.push('TEAMS_APP_NAME is longer than the 30 characters Teams shows.');
  return found;
}

function isPage(url) {
  if (url.length > 2_048 || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}
