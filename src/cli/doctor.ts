/** `muster doctor`: everything that must be right before a first review, and what to do where it is not. */
import { type ConfigProblem, configProblemLine } from '../config/config-problem.ts';
import { servingProblems } from '../config/serving-problems.ts';
import { readVariables } from '../config/variables.ts';
import { readConfig } from '../config.ts';
import type { Finding } from '../flow/office-rows.ts';
import type { Context } from './command-context.ts';
import { ownerFindings } from './doctor-owners.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { hasRecord, placeOfRecord } from './place-of-record.ts';
import { printJson } from './print-json.ts';
import { plain, type Style } from './style.ts';
import { table } from './table.ts';
import { withOffice } from './with-office.ts';

export async function doctor(context: Context, { json }: { readonly json: boolean }): Promise<ExitCode> {
  const { terminal, style } = context;
  const nothing = nothingSet(context);
  const looked = [...(await fromFiles(context)), ...(await fromOffice(context))];
  const findings = numbered(nothing ? [noSetting, ...looked] : looked);
  if (json) await printJson(terminal, findings);
  else await terminal.out(inWords(findings, { width: terminal.width, style, ready: nothing ? demoReady : ready }));
  return findings.some(({ state }) => state === 'problem') ? exitCode.refused : exitCode.fine;
}

/** A second terminal without the server's variables would praise the demo, which nobody asked about. */
function nothingSet({ rooms }: Context): boolean {
  const { variables } = readVariables(rooms.env);
  return variables?.demo === true && !rooms.env['MUSTER_DEMO'];
}

const noSetting: Finding = {
  id: 'settings',
  state: 'attention',
  sentence: 'No program and no chat is set in this terminal, so this checks the demo’s program and not yours.',
  advice: 'To check yours, read your settings here first: set -a; . ./muster.env; set +a',
};

const ready = 'Ready for a first review';
const demoReady = 'The demo is ready. Your own review was not checked';

async function fromFiles({ rooms }: Context): Promise<readonly Finding[]> {
  const read = await readConfig(rooms.env, rooms);
  if (!read.ok) return read.problems.map((problem) => wrong(placeOf(problem), configProblemLine(problem)));
  const { config } = read;
  const count = config.programs.length;
  const files: Finding = {
    id: 'files',
    state: 'ok',
    sentence: count === 1 ? 'The program file is right.' : `${count} program files are right.`,
  };
  const serving = servingProblems(config).map((problem) => wrong('chat', configProblemLine(problem)));
  const sentence = config.demo
    ? 'The chat in the browser, with the demo’s people.'
    : `Set up: ${config.chats.join(', ')}.`;
  const chat: Finding = { id: 'chat', state: 'ok', sentence };
  return [files, ...(serving.length > 0 ? serving : [chat]), ...ownerFindings(config)];
}

function placeOf(problem: ConfigProblem): string {
  return 'variable' in problem ? 'environment' : 'files';
}

/** What only a running office can tell. One that cannot be reached is itself the finding. */
async function fromOffice(context: Context): Promise<readonly Finding[]> {
  const read = await readConfig(context.rooms.env, context.rooms);
  if (!read.ok) return [];
  try {
    if (!(await hasRecord(context))) return await beforeTheFirstStart(context);
    return await withOffice(context, 'doctor', (office) => office.doctor());
  } catch (error) {
    return [wrong('database', error instanceof Error ? error.message : String(error))];
  }
}

/** That a database can be made and the queue answers is found out over one that is thrown away. */
async function beforeTheFirstStart(context: Context): Promise<readonly Finding[]> {
  const found = await withOffice(context, 'doctor', (office) => office.doctor());
  const sentence = `There is no record yet in ${placeOfRecord(context)}; the first start makes one there.`;
  return found.map((finding) =>
    finding.id === 'database' && finding.state === 'ok' ? { ...finding, sentence } : finding,
  );
}

/** The second of a kind is `files-2`: every id is one finding's. */
function numbered(findings: readonly Finding[]): readonly Finding[] {
  const met = new Map<string, number>();
  return findings.map((finding) => {
    const nth = (met.get(finding.id) ?? 0) + 1;
    met.set(finding.id, nth);
    return nth === 1 ? finding : { ...finding, id: `${finding.id}-${nth}` };
  });
}

function wrong(id: string, sentence: string, advice?: string): Finding {
  return { id, state: 'problem', sentence, ...(advice !== undefined && { advice }) };
}

type Shown = { readonly width: number; readonly style: Style; readonly ready: string };

function inWords(findings: readonly Finding[], { width, style, ready }: Shown): string {
  const paint = { ok: style.good, attention: style.warn, problem: style.bad };
  const rows = findings.map(({ id, state, sentence, advice }) => [
    paint[state](state),
    id,
    plain(advice === undefined ? sentence : `${sentence} ${advice}`),
  ]);
  const problems = findings.filter(({ state }) => state === 'problem').length;
  const attention = findings.filter(({ state }) => state === 'attention').length;
  const verdict =
    problems > 0
      ? `${problems} to fix before a first review.`
      : `${ready}${attention > 0 ? `; ${attention} to look at` : ''}.`;
  return `${table([{ head: '' }, { head: '' }, { head: '' }], rows, { width }).trimStart()}\n${verdict}\n`;
}
