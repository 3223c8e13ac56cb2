/** People a program names and does not describe, and people who cannot be told apart. */
import { accountAddress, whyNoAccount } from '../account-address.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { ProgramFile } from '../program-file.ts';
import type { Fault } from './fault.ts';

export function peopleFaults(file: ProgramFile): readonly Fault[] {
  return [...unknownPeople(file), ...strangeAddresses(file), ...sharedAddresses(file)];
}

function unknownPeople(file: ProgramFile): readonly Fault[] {
  const known = Object.keys(file.people);
  return mentions(file).flatMap(({ path, key }) =>
    Object.hasOwn(file.people, key)
      ? []
      : [{ path, message: `Nobody under "people" is called "${key}".${didYouMean(key, known)}` }],
  );
}

function mentions(file: ProgramFile) {
  const of = (record: Readonly<Record<string, string>>, field: string) =>
    Object.entries(record).map(([name, key]) => ({ path: [field, name], key }));
  const inSections = Object.entries(file.sections).flatMap(([section, entry]) =>
    Object.entries(entry).map(([field, key]) => ({ path: ['sections', section, field], key })),
  );
  return [
    { path: ['lead'], key: file.lead },
    ...file.approvers.map((key, index) => ({ path: ['approvers', index], key })),
    ...of(file.roles, 'roles'),
    ...inSections,
    ...of(file.prompts, 'prompts'),
  ];
}

/** An account nobody has: whoever answers with their own would be nobody, and nobody would ever be asked. */
function strangeAddresses({ people, platform: everybodys }: ProgramFile): readonly Fault[] {
  return Object.entries(people).flatMap(([key, { name, platform = everybodys, address }]) => {
    const why = address === undefined ? undefined : whyNoAccount(platform, address);
    return why === undefined ? [] : [{ path: ['people', key, 'address'], message: `The address of ${name} ${why}` }];
  });
}

/** One address for two people would let one answer as the other. */
function sharedAddresses({ people, platform }: ProgramFile): readonly Fault[] {
  const seen = new Map<string, string>();
  return Object.entries(people).flatMap(([key, person]) => {
    if (person.address === undefined) return [];
    const where = person.platform ?? platform;
    const address = `${where} ${accountAddress(where, person.address)}`;
    const other = seen.get(address);
    seen.set(address, key);
    return other === undefined
      ? []
      : [{ path: ['people', key, 'address'], message: `"${other}" already has the address ${person.address}.` }];
  });
}
