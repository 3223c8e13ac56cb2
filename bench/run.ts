/** `npm run bench -- slack` or `teams`: one table, all of its columns measured in one run. `--quick` tells only whether it works. */
import { pacing } from './slack/pacing.ts';
import { slackColumns } from './slack/slack.ts';
import { teamsColumns } from './teams/teams.ts';

type Bench = (quick: boolean) => Promise<string>;

const benches: Readonly<Record<string, readonly Bench[]>> = { slack: [slackColumns, pacing], teams: [teamsColumns] };

const [name = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = benches[name];
if (!chosen) {
  process.stderr.write(`Say which: npm run bench -- ${Object.keys(benches).join(' | ')}\n`);
  process.exit(1);
}
for (const bench of chosen) process.stdout.write(`${await bench(process.argv.includes('--quick'))}\n\n`);
