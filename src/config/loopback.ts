/** Names of this machine that no other machine can reach. */
const names = ['127.0.0.1', '::1', '[::1]', 'localhost'];

export function isLoopback(host: string): boolean {
  return names.includes(host);
}
