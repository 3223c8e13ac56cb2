import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import { checklistHash } from '../../../src/domain/checklist/checklist-hash.ts';
import { sectionPath } from '../../../src/domain/checklist/section-path.ts';
import { severityOf } from '../../../src/domain/checklist/severity.ts';
import { kubernetesChecklist } from './kubernetes-checklist.ts';

const checklist = await kubernetesChecklist();
const seed = await readFile('test/support/fixtures/kubernetes-information-security-review-checklist.md', 'utf8');
const { prompts, sections } = checklist;
const ids = (keep: (prompt: (typeof prompts)[number]) => boolean) => prompts.filter(keep).map(({ id }) => id);

describe('the Kubernetes checklist', () => {
  it('asks 109 questions, 11 sub-questions and 3 prose prompts', () => {
    const count = (form: string) => prompts.filter((prompt) => prompt.form === form).length;
    expect([prompts.length, count('question'), count('sub-question'), count('prose')]).toEqual([123, 109, 11, 3]);
  });

  it('keeps all 44 headings in order and level, two of them empty', () => {
    const printed = [...seed.matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', title]) => ({
      level: marks.length,
      title,
    }));
    expect(sections.map(({ level, title }) => ({ level, title }))).toEqual(printed);
    expect(sections).toHaveLength(44);
    const leaf = (index: number) => (sections[index + 1]?.level ?? 0) <= (sections[index]?.level ?? 0);
    const empty = sections.filter(({ id }, index) => leaf(index) && !prompts.some(({ section }) => section === id));
    // The title and the footnotes hold no prompt either, and are not meant to.
    expect(empty.map(({ id }) => id)).toEqual(['title', 'permissions-system', 'notes']);
    expect(prompts.some(({ section }) => section === 'permissions')).toBe(false);
  });

  it('asks in the order and the words of the source', () => {
    let from = 0;
    for (const { text, number, id } of prompts) {
      const lead = number === undefined ? '' : `${number.split('.').at(-1)}. `;
      const at = seed.indexOf(lead + text, from);
      expect(at, `${id} is not found word for word after the one before it`).toBeGreaterThanOrEqual(0);
      from = at + text.length;
    }
  });

  it('prints the eight options of the first question as the source does', () => {
    const { answer } = promptOf(checklist, 'governance.standards');
    const labels = answer.kind === 'choices' ? answer.options.map(({ label }) => label) : [];
    const printed = [...seed.matchAll(/^ {4}\d\. (?:☐ )?(.+)$/gm)].slice(0, 8).map(([, label]) => label);
    expect(labels).toEqual(printed);
  });

  it('keeps the footnotes word for word', () => {
    expect(checklist.definitions.map(({ mark, text }) => [mark, seed.includes(text)])).toEqual([
      ['1', true],
      ['2', true],
      ['3', true],
    ]);
  });

  it('places a heading under the nearest one above it, although levels are skipped', () => {
    const titles = (id: string) => sectionPath(checklist, id).map(({ title }) => title);
    expect(titles('deployment')).toEqual(['Kubernetes Development Practices', 'Code/build Deployment', 'Kubernetes']);
    expect(titles('ops-resolution').at(-2)).toBe('Operational Logging and Alerts');
    expect(titles('sec-resolution').at(-2)).toBe('Security Logging and Alerts');
  });
});

describe('its judgements', () => {
  it('wants evidence for what is critical or high, and welcomes it elsewhere', () => {
    for (const { id, severity, evidence } of prompts) {
      expect(`${id} ${evidence.need}`).toBe(
        `${id} ${['critical', 'high'].includes(severity) ? 'required' : 'welcome'}`,
      );
    }
  });

  it('gives no weight to what can only inform', () => {
    expect(ids(({ outcome, severity }) => outcome.by === 'nothing' && severity !== 'informational')).toEqual([]);
    expect(ids(({ outcome, severity }) => outcome.by !== 'nothing' && severity === 'informational')).toEqual([]);
  });

  it('asks three prompts only after another was answered', () => {
    expect(ids(({ askedIf }) => askedIf !== undefined)).toEqual([
      'change-management.rollback-test',
      'incident.production-data-fix.process',
      'qa-env.test-data-from-production.anonymised',
    ]);
  });

  it('has a follow-up wherever an answer can fall short by its own rule', () => {
    const canFall = (rule: object) =>
      JSON.stringify(rule).includes('falls short') || JSON.stringify(rule).includes('threshold');
    expect(ids(({ outcome, followUp, id }) => canFall(outcome) && !followUp && !id.endsWith('access-count'))).toEqual(
      [],
    );
  });

  it('counts production data in testing as one finding', () => {
    expect(ids(({ sameFindingAs }) => sameFindingAs === 'env-separation.production-data-in-test')).toEqual([
      'qa-env.test-data-from-production',
      'qa-env.test-data-from-production.anonymised',
    ]);
  });

  it('weighs a web application firewall as critical where PCI DSS applies', () => {
    const waf = promptOf(checklist, 'intrusion.waf');
    expect([severityOf(waf, []), severityOf(waf, ['gdpr', 'pci-dss'])]).toEqual(['medium', 'critical']);
  });

  it('sends the prompts nobody should be sent by majority to the right role', () => {
    const owner = (id: string) => promptOf(checklist, id).owner;
    expect([owner('change-management.two-person'), owner('cryptography.hsts'), owner('logging.retention')]).toEqual([
      'platform',
      'platform',
      'sre',
    ]);
    expect(promptOf(checklist, 'logging.retention').judge).toBe('compliance-officer');
    expect([...new Set(prompts.map((prompt) => prompt.owner))].sort()).toEqual([
      'compliance-officer',
      'dev-lead',
      'platform',
      'security',
      'sre',
    ]);
  });

  it('shows the definition with whoever cites it, also without a mark', () => {
    expect(ids(({ definitions }) => definitions.length > 0)).toEqual([
      'access-control.audit-trail-tamper-proof',
      'logging.forwarding',
      'cryptography.hsts',
      'development.gitops',
    ]);
  });

  it('keys every control by framework and version, once', () => {
    for (const { id, controls } of prompts) {
      const keys = controls.map(({ framework, version }) => `${framework} ${version}`);
      expect(new Set(keys).size, id).toBe(keys.length);
    }
    const cis = (id: string, version: string) =>
      promptOf(checklist, id).controls.find((row) => row.framework === 'cis-kubernetes' && row.version === version)
        ?.ids;
    expect(cis('workload.security-context.no-hostpath', '1.11')).toEqual(['5.2.12']);
    expect(cis('workload.security-context.no-hostpath', '1.12')).toEqual(['5.2.11']);
    expect(cis('workload.security-context.no-hostpath', '1.10')).toEqual(['5.2.12']);
  });

  it('maps no check that passes for the wrong reason', () => {
    const all = prompts.flatMap(({ id, scanners, controls }) =>
      [...(scanners?.checks ?? []), ...controls].flatMap((row) => row.ids.map((check) => `${id} ${check}`)),
    );
    expect(all.filter((line) => /C-0075|C-0068/.test(line))).toEqual([]);
    expect(prompts.filter(({ scanners }) => scanners?.verdict === 'answers').map(({ id }) => id)).not.toContain(
      'health.probes',
    );
  });

  it('offers "same as" both ways', () => {
    for (const { id, related } of prompts)
      for (const other of related) expect(promptOf(checklist, other).related, other).toContain(id);
  });

  it('speaks plainly: no exclamation marks in our own words', () => {
    const own = prompts.map(({ text: _, ...rest }) => JSON.stringify(rest)).join('\n');
    expect(own).not.toContain('!');
  });
});

describe('the ten later upstream questions', () => {
  it('are not asked unless a program opts in', () => expect(prompts.filter(({ pack }) => pack)).toEqual([]));

  it('follow the prompts of their section', async () => {
    const opted = await kubernetesChecklist(['upstream-2021']);
    expect(opted.prompts).toHaveLength(133);
    const last = opted.prompts.filter(({ section }) => section === 'backups').slice(-3);
    expect(last.map(({ number, pack }) => [number, pack])).toEqual([
      ['3', 'upstream-2021'],
      ['3.1', 'upstream-2021'],
      ['3.2', 'upstream-2021'],
    ]);
    const titles = opted.sections.map(({ title }) => title);
    expect(titles.indexOf('Capacity Management')).toBe(titles.indexOf('Business Continuity') + 1);
    expect(checklistHash(opted)).not.toBe(checklistHash(checklist));
  });
});
