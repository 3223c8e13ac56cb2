/** What one can ask over HTTP here: which request is which operation, and of which conversation. */
export type Operation =
  | 'create conversation'
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'paged members'
  | 'member'
  | 'team'
  | 'channels'
  | 'token'
  | 'openid'
  | 'keys';

export type Addressed = {
  readonly operation: Operation;
  /** Of a conversation or a team. */
  readonly of: string;
  /** Of an activity or a member. */
  readonly what: string;
};

const one = '([^/]+)';
const routes: readonly (readonly [string, RegExp, Operation])[] = [
  ['POST', /^\/emea\/v3\/conversations\/?$/, 'create conversation'],
  ['POST', new RegExp(`^/emea/v3/conversations/${one}/activities/?$`), 'send'],
  ['POST', new RegExp(`^/emea/v3/conversations/${one}/activities/${one}$`), 'reply'],
  ['PUT', new RegExp(`^/emea/v3/conversations/${one}/activities/${one}$`), 'update'],
  ['DELETE', new RegExp(`^/emea/v3/conversations/${one}/activities/${one}$`), 'delete'],
  ['GET', new RegExp(`^/emea/v3/conversations/${one}/members$`), 'members'],
  ['GET', new RegExp(`^/emea/v3/conversations/${one}/pagedmembers$`), 'paged members'],
  ['GET', new RegExp(`^/emea/v3/conversations/${one}/members/${one}$`), 'member'],
  ['GET', new RegExp(`^/emea/v3/teams/${one}$`), 'team'],
  ['GET', new RegExp(`^/emea/v3/teams/${one}/conversations$`), 'channels'],
  ['POST', new RegExp(`^/${one}/oauth2/v2.0/token$`), 'token'],
  ['GET', /^\/(?:channel|emulator)\/openid$/, 'openid'],
  ['GET', /^\/keys$/, 'keys'],
];

export function addressed(method: string, pathname: string): Addressed | undefined {
  for (const [by, path, operation] of routes) {
    const found = by === method ? path.exec(pathname) : null;
    if (found) return { operation, of: decoded(found[1]), what: decoded(found[2]) };
  }
  return undefined;
}

/** Teams knows threads as `19:…@thread.tacv2;messageid=…`. */
export function threadOf(id: string): { readonly conversation: string; readonly root: string | undefined } {
  const [conversation = '', root] = id.split(';messageid=');
  return { conversation, root };
}

function decoded(part = ''): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
