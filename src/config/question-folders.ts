/** Where checklists are looked for: a team's own folder first, then those that come with Muster. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export function questionFolders(own: string | undefined): readonly string[] {
  const packaged = fileURLToPath(new URL('../../questions', import.meta.url));
  return own === undefined || own === '' ? [packaged] : [resolve(own), packaged];
}
