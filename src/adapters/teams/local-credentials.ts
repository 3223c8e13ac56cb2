/** What stands in for the app's credentials on this machine: for local tools, and for tests. */

type Signed = { readonly headers: { set(name: string, value: string): void } };

/** Nobody asks who we are, and nobody who calls us is asked. */
export const noCredentials = {
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => true,
  createCredentials: async () => ({ signRequest: async <R extends Signed>(request: R) => request }),
};

/** Whoever calls us is asked; a connector on this machine takes any token. */
export function testCredentials(ours: string) {
  const signRequest = async <R extends Signed>(request: R) => {
    request.headers.set('authorization', 'Bearer of-a-test');
    return request;
  };
  return {
    isValidAppId: async (appId: string) => appId === ours,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest }),
  };
}
