/** Sends any bytes to the app, signed like Slack's or not. */
import { type Heard, postToApp } from './post-to-app.ts';
import { type Signing, signed } from './sign.ts';
import type { Address } from './telling.ts';

type Raw = {
  readonly body: string;
  readonly type?: string;
  readonly sign?: Signing;
  readonly headers?: Readonly<Record<string, string>>;
};

export function rawly(address: Address) {
  return ({ body, type = 'application/x-www-form-urlencoded', sign, headers }: Raw): Promise<Heard> =>
    postToApp({
      ...address,
      headers: { 'content-type': type, ...signed(body, address.secret, { at: address.signAt(), ...sign }), ...headers },
      body,
    });
}
