/** Some suites need a server or a browser. Without it they say so and are skipped; where it is promised they fail. */
import { describe } from 'vitest';

/** Set by CI: there, a missing service is a fault of the machine and not a reason to skip. */
export const servicesRequired = process.env['REQUIRE_SERVICES'] === '1';

/**
 * `describe` when the service was found, else a skipped `describe` whose name says what is missing.
 * `why` is a plain sentence: what was looked for, and where.
 */
export function service(name: string, found: boolean, why: string): (title: string, suite: () => void) => void {
  if (found) return (title, suite) => void describe(title, suite);
  if (servicesRequired) throw new Error(`${name} is required here and was not found. ${why}`);
  process.stderr.write(`Skipped for want of ${name}: ${why}\n`);
  return (title, suite) => void describe.skip(`${title} (skipped for want of ${name}: ${why})`, suite);
}
