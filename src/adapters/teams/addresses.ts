/** Where to write to somebody. A personal chat is made once, and the same one every time. */
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed, type Recipient } from '../../flow/ports/messenger.ts';
import type { Address } from './connector.ts';
import { beforeSending, isNotFound } from './failures.ts';
import type { Kit } from './kit.ts';
import { doubtful, toInstall } from './out-of-reach.ts';
import { matched } from './people.ts';
import { firstServiceUrl } from './service-url.ts';
import { outOfThread } from './thread.ts';
import { accountOn } from './whose-account.ts';

/** Where a personal chat is no more nothing was posted, and it is forgotten: it is made anew at once, and tried there once. */
export async function writeTo<T>(
  to: Recipient,
  find: () => Promise<Address>,
  write: (there: Address) => Promise<T>,
): Promise<T> {
  const there = await find();
  try {
    return await write(there);
  } catch (error) {
    if (!('person' in to) || !isNotFound(error)) throw error;
    return write(await find());
  }
}

export async function addressOf(kit: Kit, to: Recipient): Promise<Address> {
  try {
    return 'person' in to ? await personalChat(kit, to.person) : await inChannel(kit, to.channel.id);
  } catch (error) {
    throw beforeSending(error);
  }
}

async function inChannel(kit: Kit, id: string): Promise<Address> {
  const conversation = outOfThread(id);
  return { conversation, serviceUrl: await serviceUrlFor(kit, conversation) };
}

/** The newest word on where Teams is; each conversation's own first. */
export async function serviceUrlFor({ conversations }: Kit, conversation: string): Promise<string> {
  const row = (await conversations.byId(conversation)) ?? (await conversations.newest());
  return row?.serviceUrl ?? firstServiceUrl;
}

async function personalChat(kit: Kit, person: Person): Promise<Address> {
  const account = await accountOf(kit, person);
  const row = await kit.conversations.personal(account);
  if (row) return { conversation: row.id, serviceUrl: row.serviceUrl };
  const serviceUrl = await serviceUrlFor(kit, '');
  const conversation = await kit.connector.createPersonalChat(serviceUrl, { account, tenant: kit.tenantId });
  await kit.conversations.learn({ id: conversation, tenant: kit.tenantId, serviceUrl, type: 'personal', account });
  return { conversation, serviceUrl };
}

export async function accountOf(kit: Kit, person: Person): Promise<string> {
  const known = accountOn(person);
  if (known !== undefined) return known;
  const match = await matched(kit, person);
  if (typeof match === 'object') return match.account;
  throw new DeliveryFailed('unreachable', match === 'nobody' ? nobodyKnows : doubtful);
}

export const nobodyKnows = `they have not installed the Muster app in Teams, and are in no team that has it. ${toInstall}`;
