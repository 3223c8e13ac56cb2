/** Who we are in the Slack of this bench, and how it signs. */
import { createHmac } from 'node:crypto';

export const signingSecret = 'a-secret-of-the-bench-and-no-more';
export const botToken = 'xoxb-a-token-of-the-bench';
export const team = 'T0BENCH';

export function signed(body: string): Readonly<Record<string, string>> {
  const stamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': `v0=${signature}`,
  };
}
