/** Which chat platforms the environment names. A platform exists if its variables do. */
import { teamsVariables } from './teams-variables.ts';

const marks = {
  Slack: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'],
  'Microsoft Teams': Object.keys(teamsVariables),
} as const;

export function chatVariables(set: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(marks).flatMap(([chat, names]) => (names.some((name) => name in set) ? [chat] : []));
}
