/** What we ask of Teams, in our own words. The transport carries it out and is the only one to know how. */
import type { AdaptiveCard } from './adaptive-card.ts';

export type Address = { readonly serviceUrl: string; readonly conversation: string };
export type Member = {
  readonly id: string;
  readonly account: string;
  readonly tenant?: string;
  /** Invited into the tenant from elsewhere, or let into a meeting. */
  readonly guest: boolean;
  /** E-mail address and user principal name. */
  readonly names: readonly string[];
};

/** Each is one call, never repeated. Throws DeliveryFailed. */
export interface Connector {
  /** Resolves with the message's id. */
  post(to: Address, card: AdaptiveCard, summary: string): Promise<string>;
  update(at: Address & { readonly message: string }, card: AdaptiveCard, summary: string): Promise<void>;
  /** Resolves with the conversation's id; the same one however often it is asked for. */
  createPersonalChat(
    serviceUrl: string,
    person: { readonly account: string; readonly tenant: string },
  ): Promise<string>;
  /** Undefined where Teams does not say who they are. */
  member(at: Address, id: string): Promise<Member | undefined>;
  roster(at: Address): Promise<readonly Member[]>;
  /** Whether Microsoft knows us. Only behind a guarded door. */
  signIn(): Promise<void>;
}
