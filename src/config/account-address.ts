/** A person's account as their platform writes it, and what it must look like. */
import type { Platform } from '../domain/event.ts';
import { isGuid } from './secret.ts';

/** Tools of Microsoft's write the same object id in capitals or between braces too; Teams itself does neither. */
export function accountAddress(platform: Platform, address: string): string {
  return platform === 'teams' ? address.replace(/^\{(.*)\}$/s, '$1').toLowerCase() : address;
}

/** Undefined where nothing is wrong with it. */
export function whyNoAccount(platform: Platform, address: string): string | undefined {
  if (platform === 'slack' && !/^[UW][A-Z0-9]{4,}$/.test(address))
    return 'is no member id of Slack, such as U0123456789. It is in their profile, under Copy member ID.';
  if (platform === 'teams' && !isGuid(accountAddress(platform, address)))
    return 'is no account of Teams. Write their object id from Microsoft Entra, such as 12345678-90ab-cdef-1234-567890abcdef, or leave the address out: an e-mail address is written under "email".';
  return undefined;
}
