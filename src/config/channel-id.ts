/** A channel's id as its platform writes it, and what it must look like. */
import type { Platform } from '../domain/event.ts';

/** A channel's link in Teams holds its id with two signs encoded, and people copy it from there. */
export function channelId(platform: Platform, id: string): string {
  return platform === 'teams' ? id.replaceAll(/%3a/gi, ':').replaceAll(/%40/gi, '@') : id;
}

/** Undefined where nothing is wrong with it. */
export function whyNoChannelId(platform: Platform, id: string): string | undefined {
  if (platform === 'slack' && !/^[CG][A-Z0-9]{4,}$/.test(id))
    return 'This is no channel id of Slack, such as C0123456789. It is at the bottom of the channel’s About, or at the end of its link.';
  if (platform === 'teams' && !/^19:[\w-]+@thread\.(tacv2|skype)(;messageid=\d+)?$/.test(channelId(platform, id)))
    return 'This is no channel id of Teams, such as 19:0123456789abcdef@thread.tacv2. It is in the channel’s link, between /channel/ and the next /.';
  return undefined;
}
