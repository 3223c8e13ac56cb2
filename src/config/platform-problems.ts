/** Programs that speak through a chat platform which is not set up: their people would never hear of a review. */
import type { Platform } from '../domain/event.ts';
import type { Config, ConfiguredProgram } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';

/** Each missing variable by its name, and each program that has to name another platform. */
export function platformProblems(config: Config): readonly ConfigProblem[] {
  const setUp = platformsSetUp(config);
  const needed = (platform: Platform) => config.programs.filter((program) => speaksThrough(program).has(platform));
  return (['slack', 'teams', 'workspace'] as const).flatMap((platform) => {
    const programs = setUp.includes(platform) ? [] : needed(platform);
    return programs.length === 0 ? [] : missing[platform](programs, setUp);
  });
}

/** Also of a platform that is named by half its variables: those that are missing are told by name already. */
function platformsSetUp({ demo, chats }: Config): readonly Platform[] {
  const named = (chat: string) => chats.some((one) => one.endsWith(chat));
  return [
    ...(demo ? (['workspace'] as const) : []),
    ...(named('Slack') ? (['slack'] as const) : []),
    ...(named('Teams') ? (['teams'] as const) : []),
  ];
}

/** Of its people, unless somebody says otherwise for themselves, and of its channel. */
function speaksThrough({ file, demo }: ConfiguredProgram): ReadonlySet<Platform> {
  if (demo) return new Set(['workspace']);
  const people = Object.values(file.people).map(({ platform }) => platform ?? file.platform);
  return new Set([...people, ...(file.channel ? [file.channel.platform ?? file.platform] : [])]);
}

type Missing = (programs: readonly ConfiguredProgram[], setUp: readonly Platform[]) => readonly ConfigProblem[];

const missing: Readonly<Record<Platform, Missing>> = {
  slack: (programs) => [
    unset(
      'SLACK_BOT_TOKEN',
      `Set it: ${namesOf(programs)} in Slack. It begins with xoxb- (OAuth & Permissions of your app).`,
    ),
    unset(
      'SLACK_SIGNING_SECRET',
      'Set it (Basic Information of your app), or SLACK_APP_TOKEN for Socket Mode. docs/slack.md shows each step.',
    ),
  ],
  teams: (programs) => [
    unset('TEAMS_APP_ID', `Set it: ${namesOf(programs)} in Microsoft Teams. It is the application (client) ID.`),
    unset('TEAMS_TENANT_ID', 'Set it: the directory (tenant) ID of your organisation in Microsoft Entra.'),
    unset(
      'TEAMS_APP_PASSWORD',
      'Set it to the client secret’s Value, or set TEAMS_APP_TYPE=UserAssignedMSI. docs/teams.md shows each step.',
    ),
  ],
  workspace: (programs, setUp) => {
    const known = setUp.filter((platform) => platform !== 'workspace');
    // With no chat at all that is the one thing to be told.
    if (known.length === 0) return [];
    const message = `People or the channel of this program are in the chat in the browser, which only the demo has. Write ${known.map((platform) => `"platform: ${platform}"`).join(' or ')} for the whole program.`;
    return programs.map(({ path }) => ({ file: path, line: 1, column: 1, message }));
  },
};

function unset(variable: string, message: string): ConfigProblem {
  return { variable, message };
}

function namesOf(programs: readonly ConfiguredProgram[]): string {
  const [first, ...more] = programs.map(({ file }) => file.id);
  return more.length > 0 ? `${[first, ...more].join(', ')} ask people` : `${first} asks people`;
}
