/** Tells two drawings of a card apart, save for how long ago something was: that alone is no reason to draw it again. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Card } from './card.ts';

const ages = /\b(just now|today|yesterday|tomorrow|in \d+ days|\d+ (minute|hour|day|week|month|year)s? ago)\b/g;

export function markOf(card: Card): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(card).replaceAll(ages, '…')))).slice(0, 32);
}
