/** What a Dockerfile says, read as data: enough of its language for ours. */
export type Copy = { readonly from?: string; readonly sources: readonly string[]; readonly target: string };
export type Stage = {
  readonly name?: string;
  readonly base: string;
  readonly copies: readonly Copy[];
  readonly env: Readonly<Record<string, string>>;
  readonly runs: readonly string[];
  /** The last word on each of these. */
  readonly user?: string;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
};

export function readDockerfile(text: string): readonly Stage[] {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: string[][] = [];
  for (const line of lines) {
    if (line.startsWith('FROM ')) stages.push([line]);
    else stages.at(-1)?.push(line);
  }
  return stages.map(readStage);
}

function readStage([from = '', ...lines]: readonly string[]): Stage {
  const [, base = '', name] = /^FROM (\S+)(?: AS (\S+))?$/.exec(from) ?? [];
  const all = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1).trim());
  const user = all('USER').at(-1);
  return {
    base,
    ...(name !== undefined && { name }),
    copies: all('COPY').map(readCopy),
    env: Object.fromEntries(all('ENV').flatMap((line) => line.split(/\s+/).map(pair))),
    runs: all('RUN'),
    ...(user !== undefined && { user }),
    command: words(all('CMD').at(-1)),
    healthcheck: words(
      all('HEALTHCHECK')
        .at(-1)
        ?.replace(/^.*?CMD /, ''),
    ),
  };
}

function readCopy(line: string): Copy {
  const parts = line.split(/\s+/);
  const from = parts[0]?.startsWith('--from=') ? parts.shift()?.slice('--from='.length) : undefined;
  return { sources: parts.slice(0, -1), target: parts.at(-1) ?? '', ...(from !== undefined && { from }) };
}

function pair(written: string): [string, string] {
  const at = written.indexOf('=');
  return [written.slice(0, at), written.slice(at + 1)];
}

function words(line: string | undefined): readonly string[] {
  return line === undefined ? [] : JSON.parse(line);
}
