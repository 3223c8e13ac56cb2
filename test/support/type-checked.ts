/** What the compiler says of a value as one of a package's own types: excess, missing and misspelt members. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
const options = [
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--module',
  'nodenext',
  '--ignoreConfig',
  '--pretty',
  'false',
];

/** Empty where nothing is wrong. `file` is the declaration file, from the project's root. */
export async function typeFaults(value: unknown, { file, type }: { file: string; type: string }): Promise<string> {
  const declarations = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'muster-types-'));
  const source = join(folder, 'value.mts');
  try {
    await writeFile(
      source,
      `import type { ${type} } from ${JSON.stringify(declarations)};\n` +
        `export const value: ${type} = ${JSON.stringify(value, undefined, 2)};\n`,
    );
    return await run([compiler, ...options, source]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(given: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, given, (error, said, failed) => {
      // Its exit code says that it found something, and that is told on standard output.
      if (error && said === '') reject(new Error(failed, { cause: error }));
      else resolve(said);
    });
  });
}
