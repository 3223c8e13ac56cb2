/** Whether Muster can write in each program's team channel. Slack is asked anew: who was told to invite it asks again at once. */
import { channelsNamed } from '../../flow/named.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { failureOf } from './failures.ts';
import { type Looking, ok, problem } from './finding.ts';
import type { Kit } from './kit.ts';

export async function channelFindings(kit: Kit, looking: Looking): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const { program, channel } of await channelsNamed(looking, 'slack'))
    found.push(await channelFinding(kit, program, channel.id));
  return found;
}

async function channelFinding(kit: Kit, program: string, channel: string): Promise<Finding> {
  const id = `slack-channel-${program}`;
  try {
    const { name, member, archived, shared } = await kit.channels.ask(channel);
    const called = `#${name || channel}`;
    if (archived)
      return problem(id, `${called} of ${program} is archived.`, 'Name another channel in the program file.');
    if (!member) return problem(id, `Muster is not in ${called} of ${program}.`, `Type /invite @Muster in ${called}.`);
    if (shared && !kit.sharedChannels) {
      const advice = 'Name another channel, or set SLACK_ALLOW_SHARED_CHANNELS=on if that is meant.';
      const sentence = `${called} of ${program} is shared with another organisation, so nothing is posted there.`;
      return problem(id, sentence, advice);
    }
    return ok(id, `Muster is in ${called} of ${program}.`);
  } catch (error) {
    const advice = 'Check the channel’s id in the program file, and invite Muster there with /invite @Muster.';
    return problem(id, `The channel ${channel} of ${program} cannot be looked at: ${failureOf(error).why}.`, advice);
  }
}
