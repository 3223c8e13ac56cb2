/** Which chat platforms the environment names. A platform exists if its variables do. */
const marks = {
  Slack: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'],
  Teams: ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD'],
} as const;

export function chatVariables(set: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(marks).flatMap(([chat, names]) => (names.some((name) => name in set) ? [chat] : []));
}
