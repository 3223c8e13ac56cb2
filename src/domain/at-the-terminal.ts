/** A command as it works in Muster's folder. Only there: `npx muster` elsewhere fetches a stranger's package of that name. */
export const runner = 'npm run -s muster --';

export function atTheTerminal(command: string): string {
  return `\`${runner} ${command}\``;
}
