/** Tells two drawings of a card apart, save for how long ago something was: that alone is no reason to draw it again. */
import { createHash } from 'node:crypto';
import type { Card } from '../../domain/card/card.ts';

const ages = /\b(just now|today|yesterday|tomorrow|in \d+ days|\d+ (minute|hour|day|week|month|year)s? ago)\b/g;

export function fingerprint(card: Card): string {
  return createHash('sha256').update(JSON.stringify(card).replaceAll(ages, '…')).digest('base64url');
}
