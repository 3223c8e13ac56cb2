import { describe, expect, test } from 'vitest';
import { peopleOf, programFile, toSettings } from '../../src/config/program-file.ts';
import { readConfig } from '../../src/config.ts';
import { programSettings } from '../../src/domain/program/settings.ts';
import { complaints, fiveFields, folderOf, good } from './support.ts';

describe('a program file', () => {
  test('that is right has nothing to complain about', async () => {
    expect(await complaints({ 'a.yaml': good })).toEqual([]);
  });

  test('tells all its mistakes together, each with file, line and column', async () => {
    const wrong = good
      .replace('"0 9 1 * *", zone: Europe/Stockholm', '"0 9 1 *", zone: Europe/Stockholm')
      .replace('olle: { name: Olle }', 'olle: { name: Olle, zone: Europe/Stokholm }')
      .replace('approvers: [vera, olle]', 'approvers: [anna, oll]')
      .replace('  sre: anna\n', '')
      .concat('  auditor: anna\nsections:\n  acess-control: { owner: vera }\nprompts:\n  supply.nothing: pelle\n');
    expect(await complaints({ 'a.yaml': wrong })).toEqual([
      'a.yaml:5:12 "0 9 1 *" has not five fields.',
      'a.yaml:9:23 There is no time zone "Europe/Stokholm". Write one as Europe/Stockholm.',
      'a.yaml:11:13 Anna approves and owns 99 prompts, governance.standards among them. An approver owns nothing, since nobody signs their own answers.',
      'a.yaml:11:19 Nobody under "people" is called "oll". Did you mean "olle"?',
      'a.yaml:12:1 Nobody fills the role "sre", which owns 24 prompts.',
      'a.yaml:17:3 The checklist kubernetes-security has no role "auditor". There are "compliance-officer", "dev-lead", "platform", "security" and "sre".',
      'a.yaml:19:3 The checklist kubernetes-security has no section "acess-control". Did you mean "access-control"?',
      'a.yaml:21:3 Nobody under "people" is called "pelle". There are "anna", "vera" and "olle".',
      'a.yaml:21:3 The checklist kubernetes-security has no prompt "supply.nothing".',
    ]);
  });

  test('with a key nobody knows, or a value of the wrong shape, says where', async () => {
    const wrong = good.replace('title:', 'titel:').concat('policy: { dueAfter: soon }\n');
    const said = await complaints({ 'a.yaml': wrong });
    expect(said).toHaveLength(3);
    expect(said.join('\n')).toMatch(/a\.yaml:2:1 .*titel/);
    expect(said.join('\n')).toMatch(/a\.yaml:\d+:11 .*dueAfter/);
  });

  test('tells of a wrong value and of what is wrong elsewhere at once', async () => {
    const wrong = good
      .replace('anna: { name: Anna }', 'anna: { name: Anna, email: nobody }')
      .replace('lead: anna', 'lead: anne')
      .replace('olle: { name: Olle }', 'olle: { name: Olle, zone: Europe/Stokholm }');
    const said = (await complaints({ 'a.yaml': wrong })).join('\n');
    expect(said).toMatch(/a\.yaml:7:\d+ .*email/i);
    expect(said).toMatch(/a\.yaml:9:\d+ There is no time zone/);
    expect(said).toMatch(/a\.yaml:10:\d+ Nobody under "people" is called "anne"/);
  });

  test('that is no YAML says so at its line', async () => {
    expect(await complaints({ 'a.yaml': 'id: a\ntitle: [\n' })).toEqual([expect.stringMatching(/^a\.yaml:3:1 Flow/)]);
  });

  test('may not set what the checklist does not ask for, nor in another unit', async () => {
    const settings = 'settings:\n  vulnerability.fix-time.critcal: P7D\n  logging.retention.minimum: a year\n';
    expect(await complaints({ 'a.yaml': good + settings })).toEqual([
      'a.yaml:19:3 The checklist has no setting "vulnerability.fix-time.critcal". Did you mean "vulnerability.fix-time.critical"?',
      'a.yaml:20:3 "logging.retention.minimum" must be a duration, written as P30D, P12M or PT4H.',
    ]);
  });

  test('names a checklist and packs that exist', async () => {
    expect(await complaints({ 'a.yaml': good.replace('kubernetes-security', 'kubernetes') })).toEqual([
      'a.yaml:3:1 There is no checklist "kubernetes". There is "kubernetes-security".',
    ]);
    expect(await complaints({ 'a.yaml': `${good}packs: [upstream]\n` })).toEqual([
      'a.yaml:18:9 There is no pack "upstream". There is "upstream-2021".',
    ]);
  });
});

describe('the channel of a program', () => {
  const channel = (platform: string, id: string) =>
    complaints({ 'a.yaml': `${good}platform: ${platform}\nchannel: { id: "${id}" }\n` });
  test.each([
    ['slack', 'C0123456789'],
    ['slack', 'G01234567'],
    ['teams', '19:0123abc_-DEF@thread.tacv2'],
    ['teams', '19%3a0123abc%40thread.tacv2'],
    ['teams', '19:0123abc@thread.skype'],
    ['workspace', 'anything'],
  ])('of %s may be %s', async (platform, id) => {
    expect(await channel(platform, id)).toEqual([]);
  });

  test.each([
    ['slack', '#platform-security', 'C0123456789'],
    ['slack', 'U0123456789', 'C0123456789'],
    ['slack', '19:0123abc@thread.tacv2', 'C0123456789'],
    ['teams', '19:abc…@thread.tacv2', '/channel/'],
    ['teams', 'https://teams.microsoft.com/l/channel/19%3a0%40thread.tacv2/General', '/channel/'],
    ['teams', 'C0123456789', '/channel/'],
  ])('of %s may not be %s', async (platform, id, help) => {
    expect(await channel(platform, id)).toEqual([expect.stringMatching(/^a\.yaml:19:12 /)]);
    expect((await channel(platform, id)).join()).toContain(help);
  });

  test('is known by its id where the file has it as a link does', () => {
    const yaml = { id: '19%3Aabc%40thread.tacv2', name: 'Security' };
    const file = programFile.parse({
      ...{ id: 'a', title: 'A', checklist: 'a', scope: 'all', cadence: { cron: '0 9 1 * *', zone: 'UTC' } },
      ...{ platform: 'teams', channel: yaml, people: {}, lead: 'anna', approvers: ['anna'], roles: {} },
    });
    const settings = toSettings(file, new Map([['anna', 'p1']]), false);
    expect(settings.channel).toEqual({ platform: 'teams', id: '19:abc@thread.tacv2', name: 'Security' });
  });
});

describe('several program files', () => {
  test('of one id are refused, and people described twice must be described alike', async () => {
    const other = good.replace('name: Vera', 'name: Vera Lind');
    expect(await complaints({ 'a.yaml': good, 'b.yaml': other })).toEqual([
      'b.yaml:1:1 The program "clusters" is already described in a.yaml.',
      'b.yaml:8:3 "vera" is described differently in a.yaml:8. Write the same, or use another key.',
    ]);
  });

  test('are all read before anything is said', async () => {
    const said = await complaints({ 'a.yaml': 'id: 1\n', 'b.yaml': good.replace('[vera, olle]', '[vera, oll]') });
    expect(said.some((line) => line.startsWith('a.yaml'))).toBe(true);
    expect(said.some((line) => line.startsWith('b.yaml'))).toBe(true);
  });

  test('from a folder that is empty or not there are refused', async () => {
    expect(await complaints({})).toEqual([expect.stringMatching(/^MUSTER_PROGRAMS: \S+ holds no program file/)]);
    const read = await readConfig({ MUSTER_PROGRAMS: '/nowhere/at/all' }, { cadences: fiveFields });
    expect(read).toMatchObject({
      ok: false,
      problems: [{ variable: 'MUSTER_PROGRAMS', message: expect.stringContaining('no folder /nowhere/at/all') }],
    });
  });
});

describe('what was read', () => {
  test('is frozen through and through, and warns of a single approver', async () => {
    const folder = await folderOf({ 'a.yaml': good.replace('[vera, olle]', '[vera]') });
    const read = await readConfig({ MUSTER_PROGRAMS: folder }, { cadences: fiveFields });
    if (!read.ok) throw new Error('It should be right.');
    expect(read.config.warnings).toMatchObject([{ line: 11, message: expect.stringContaining('one approver') }]);
    expect(Object.isFrozen(read.config.programs[0]?.checklist.prompts[0]?.answer)).toBe(true);
  });

  test('becomes settings with ids for people, and in the demo everybody sits in the browser', () => {
    const file = programFile.parse({
      id: 'a',
      title: 'A',
      checklist: 'a',
      scope: 'all',
      cadence: { cron: '0 9 1 * *', zone: 'Asia/Kolkata' },
      platform: 'slack',
      channel: { id: 'C1' },
      people: { anna: { name: 'Anna', address: 'U1' }, vera: { name: 'Vera', zone: 'Europe/Paris' } },
      lead: 'anna',
      approvers: ['vera'],
      roles: { r: 'anna' },
      sections: { s: { accountable: 'vera' } },
      prompts: { 's.p': 'anna' },
    });
    const ids = new Map([
      ['anna', 'p1'],
      ['vera', 'p2'],
    ]);
    const settings = programSettings.parse(toSettings(file, ids, false));
    expect(settings).toMatchObject({
      lead: 'p1',
      approvers: ['p2'],
      roles: { r: 'p1' },
      sections: { s: { accountable: 'p2' } },
      prompts: { 's.p': 'p1' },
      channel: { platform: 'slack', id: 'C1' },
      demo: false,
    });
    expect(peopleOf(file, false)).toEqual([
      { key: 'anna', name: 'Anna', zone: 'Asia/Kolkata', platform: 'slack', address: 'U1' },
      { key: 'vera', name: 'Vera', zone: 'Europe/Paris', platform: 'slack' },
    ]);
    expect(peopleOf(file, true)[1]).toMatchObject({ platform: 'workspace', address: 'vera' });
    expect(toSettings(file, ids, true)).toMatchObject({ demo: true, channel: { platform: 'workspace' } });
  });
});
