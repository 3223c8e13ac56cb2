/**
 * The only file that knows botbuilder, whose support has ended: moving to its successor is moving this file. It uses no state,
 * dialogs or contexts of the SDK, and none of its retries: it would post again what may have arrived.
 */
import { type Agent as HttpAgent, globalAgent as plainly } from 'node:http';
import { globalAgent as overTls } from 'node:https';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
  type Activity as SdkActivity,
} from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Connector } from './connector.ts';
import { type ClientOf, connectorOver } from './connector-over.ts';
import type { Activity } from './incoming.ts';
import { noCredentials, testCredentials } from './local-credentials.ts';
import type { TeamsDoor, TeamsIdentity, TeamsOptions } from './options.ts';
import { withToken } from './own-token.ts';
import { quietly } from './quietly.ts';
import { isTrusted } from './service-url.ts';
import { signingKeys } from './signing-keys.ts';
import { endIn, issuerIn, keyIn } from './token-claims.ts';
import { Turned } from './turned.ts';
import { stranger, turnAway } from './turning-away.ts';
import { verified } from './verified.ts';
import { verifying } from './verifying.ts';

export type InvokeAnswer = { readonly status: number; readonly json: Buffer };
export type Transport = {
  readonly connector: Connector;
  /** Throws Turned when the sender is not Teams. */
  authenticate(authorization: string, activity: Activity): Promise<void>;
};

export type TransportOptions = TeamsIdentity & Pick<TeamsOptions, 'log' | 'realNow'> & { readonly access: TeamsDoor };

export function transport(options: TransportOptions): Transport {
  const adapter = new Adapter(authenticationOf(options));
  const { access, appId } = options;
  const inTurn = verifying();
  const known = verified(options.realNow);
  keepKeys(options);
  return {
    connector: connectorOver(clientsOf(adapter, options), appId),
    async authenticate(authorization, activity) {
      if (access.door === 'open on loopback') return;
      const brought = { authorization, channelId: activity.channelId, serviceUrl: activity.serviceUrl };
      if (known.has(brought)) return;
      // The SDK also takes a directory's own token of any tenant, as its emulator brings; nobody in Teams sends one.
      if (issuerIn(authorization) !== botFramework) throw new Turned(401, stranger);
      const verify = () => quietly(() => adapter.authenticate(authorization, activity));
      await inTurn(keyIn(authorization), verify).catch(turnAway);
      known.add(brought, endIn(authorization));
    },
  };
}

// Not `process`: it would answer a forged token with 500 and its stack.
class Adapter extends CloudAdapter {
  async authenticate(authorization: string, activity: Activity): Promise<void> {
    const sent = structuredClone(activity) as unknown as SdkActivity;
    await this.botFrameworkAuthentication.authenticateRequest(sent, authorization);
  }

  client(serviceUrl: string, appId: string) {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(appId));
    return factory.create(serviceUrl, botFramework);
  }
}
type SdkClient = Awaited<ReturnType<Adapter['client']>>;

/** The SDK has one object for each address of keys, and asks it for every token. */
function keepKeys({ access, log, realNow: now }: TransportOptions): void {
  if (access.door === 'open on loopback') return;
  const url =
    access.door === 'guarded' ? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl : access.openIdMetadata;
  const { openIdMetadata } = new JwtTokenExtractor({}, url, []);
  Object.assign(openIdMetadata, signingKeys(url, { log, now }));
}

const botFramework = 'https://api.botframework.com';
const microsoft = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: botFramework,
  OAuthUrl: botFramework,
};

function authenticationOf({ access, ...identity }: TransportOptions): ConfigurationBotFrameworkAuthentication {
  if (access.door === 'open on loopback') return new ConfigurationBotFrameworkAuthentication({}, noCredentials);
  const { appId, appType, tenantId, appPassword } = identity;
  const app = { MicrosoftAppId: appId, MicrosoftAppType: appType, MicrosoftAppTenantId: tenantId };
  if (access.door === 'guarded') {
    const secret = appPassword === undefined ? app : { ...app, MicrosoftAppPassword: appPassword };
    return new ConfigurationBotFrameworkAuthentication({}, ownCredentials(secret));
  }
  const keys = {
    ToBotFromChannelTokenIssuer: botFramework,
    ToBotFromChannelOpenIdMetadataUrl: access.openIdMetadata,
    // Given one of these, the SDK falls back to none of its own.
    ToBotFromEmulatorOpenIdMetadataUrl: access.openIdMetadata,
  };
  return new ConfigurationBotFrameworkAuthentication({ ...microsoft, ...keys }, testCredentials(appId));
}

function ownCredentials(app: ConfigurationServiceClientCredentialFactoryOptions) {
  const own = new ConfigurationServiceClientCredentialFactory(app);
  return {
    isValidAppId: (appId = '') => own.isValidAppId(appId),
    // The SDK lets everybody in where there is no app id; whoever comes this far has one.
    isAuthenticationDisabled: async () => false,
    createCredentials: async (...asked: Parameters<typeof own.createCredentials>) =>
      withToken(await own.createCredentials(...asked)),
  };
}

/** One client for each address, so that its token is fetched once and its connections are kept. */
function clientsOf(adapter: Adapter, { access, appId }: TransportOptions): ClientOf {
  const known = new Map<string, Promise<SdkClient>>();
  return async (serviceUrl) => {
    // An address kept from when another door was open would be given our token, or bring a test out of this machine.
    if (!isTrusted(serviceUrl, access)) throw new DeliveryFailed('not sent', notYet);
    const made = known.get(serviceUrl) ?? adapter.client(serviceUrl, appId).then(tamed);
    known.set(serviceUrl, made);
    made.catch(() => known.delete(serviceUrl));
    return made;
  };
}

const notYet = 'Teams has not told Muster yet where it can be reached';

// Longer than Teams needs, and shorter than the lease of a delivery.
const patience = 10_000;

type Request = { timeout: number; agent?: HttpAgent; readonly url: string };
type Policy = { name: string; sendRequest<T>(request: Request, next: (request: Request) => Promise<T>): Promise<T> };
type Inside = {
  readonly client: {
    readonly pipeline: { removePolicy(which: { name: string }): readonly unknown[]; addPolicy(policy: Policy): void };
  };
};

/**
 * The SDK sends a POST up to four times, waits for ever, and posts on a connection that was idle for hours: whatever is between
 * may have forgotten it, and then nobody knows what became of the message. It has a setting for none of these.
 */
function tamed(client: SdkClient): SdkClient {
  const { pipeline } = (client as unknown as Inside).client;
  if (pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length === 0) {
    throw new Error('This botbuilder retries in a way Muster does not know: a message might be sent twice.');
  }
  pipeline.addPolicy({
    name: 'patience',
    sendRequest: (request, next) => {
      request.timeout = patience;
      // These give up a connection after five idle seconds. A proxy that was set up has an agent of its own.
      request.agent ??= request.url.startsWith('https:') ? overTls : plainly;
      return next(request);
    },
  });
  return client;
}
