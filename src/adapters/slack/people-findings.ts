/** Whether everybody the programs name can be written to. A remembered address is looked at too: its account may be gone. */
import type { Person } from '../../domain/people.ts';
import { peopleNamed } from '../../flow/named.ts';
import type { Finding } from '../../flow/office-rows.ts';
import { failureOf } from './failures.ts';
import { attention, type Looking, ok, problem } from './finding.ts';
import type { Kit } from './kit.ts';
import { addressOf, deactivated } from './people.ts';

// Slack answers some 50 such questions a minute; whoever has more people asks the doctor again.
const mostLookedUp = 40;

export async function peopleFindings(kit: Kit, looking: Looking): Promise<readonly Finding[]> {
  const all = await peopleNamed(looking, 'slack');
  // Those nobody was ever found for come first: with many people it is there that something is wrong.
  const inTurn = all.toSorted((one, other) => Number(one.address !== undefined) - Number(other.address !== undefined));
  const problems: Finding[] = [];
  for (const person of inTurn.slice(0, mostLookedUp))
    problems.push(...(await personFinding({ ...kit, ...looking }, person)));
  const left = Math.max(inTurn.length - mostLookedUp, 0);
  const more = attention(
    'slack-people-more',
    `${left} more people were not looked up now.`,
    'Slack answers 50 such questions a minute.',
  );
  if (problems.length > 0) return [...problems, ...(left > 0 ? [more] : [])];
  const known = all.length - left;
  const everybody = left > 0 ? `${known} people named in the programs are` : `Everybody named in the programs is`;
  return [ok('slack-people', `${everybody} known in Slack (${known}).`), ...(left > 0 ? [more] : [])];
}

async function personFinding(kit: Kit, person: Person): Promise<readonly Finding[]> {
  const id = `slack-person-${person.key}`;
  const advice = 'Correct their e-mail in the program file, or give their Slack member id as address.';
  try {
    if (await isActive(kit, await addressOf(kit, person))) return [];
    return [problem(id, `${person.name} cannot be reached in Slack: ${deactivated}.`, whoElse)];
  } catch (error) {
    return [problem(id, `${person.name} cannot be reached in Slack: ${whyOf(error)}.`, advice)];
  }
}

const whoElse = 'Name somebody else in the program file, or have the account activated again.';

async function isActive(kit: Kit, address: string): Promise<boolean> {
  try {
    return await kit.accounts.ask(address);
  } catch (error) {
    if (failureOf(error).certainty === 'unreachable') throw error;
    // Slack would not say just now; that is no finding about a person.
    return true;
  }
}

function whyOf(error: unknown): string {
  const { why, code } = failureOf(error);
  return code === undefined && error instanceof Error ? error.message : why;
}
