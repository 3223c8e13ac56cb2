/** A channel by something else than its id: nothing would ever be posted there. */
import { whyNoChannelId } from '../channel-id.ts';
import type { ProgramFile } from '../program-file.ts';
import type { Fault } from './fault.ts';

export function channelFaults({ channel, platform }: ProgramFile): readonly Fault[] {
  const message = channel && whyNoChannelId(channel.platform ?? platform, channel.id);
  return message === undefined ? [] : [{ path: ['channel', 'id'], message }];
}
