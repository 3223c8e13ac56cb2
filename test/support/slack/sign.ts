/** Signs a body as Slack does, or as somebody who would like to be taken for it. */
import { createHmac } from 'node:crypto';

export type Signing = {
  /** Another secret than the app's. */
  readonly secret?: string;
  /** Milliseconds before (negative) or after now that the timestamp says. */
  readonly shift?: number;
  readonly omit?: 'signature' | 'timestamp' | 'both';
  /** Word for word, e.g. of another version or of no sense. */
  readonly signature?: string;
};

export function signed(body: string, secret: string, { at, ...how }: Signing & { at: number }): Record<string, string> {
  const timestamp = String(Math.floor((at + (how.shift ?? 0)) / 1000));
  const hmac = createHmac('sha256', how.secret ?? secret).update(`v0:${timestamp}:${body}`);
  const signature = how.signature ?? `v0=${hmac.digest('hex')}`;
  const omit = how.omit ?? 'nothing';
  return {
    ...(omit === 'timestamp' || omit === 'both' ? {} : { 'x-slack-request-timestamp': timestamp }),
    ...(omit === 'signature' || omit === 'both' ? {} : { 'x-slack-signature': signature }),
  };
}
