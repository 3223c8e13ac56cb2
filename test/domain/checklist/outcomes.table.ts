/**
 * What every possible answer to every prompt amounts to, written by hand and read by people. It is the other opinion
 * beside the rules in `questions/`: change one and the other objects.
 */
import type { Outcome } from '../../../src/domain/checklist/outcome-rule.ts';

const M = 'meets';
const F = 'falls short';
const J = 'to be judged';
const I = 'informational';

type Unanswered = { 'not applicable': Outcome; "don't know": Outcome; declined: Outcome };
type Settings = Readonly<Record<string, string | number>>;

export type Group = Unanswered & {
  readonly says: string;
  readonly prompts: readonly string[];
} & (
    | { readonly answer: 'verdict'; readonly yes: Outcome; readonly partly: Outcome; readonly no: Outcome }
    | { readonly answer: 'text' | 'list' | 'duration'; readonly given: Outcome }
    | { readonly answer: 'choices'; readonly options: Readonly<Record<string, Outcome>> }
    | {
        readonly answer: 'number or duration';
        readonly cases: readonly [value: string | number, settings: Settings, outcome: Outcome][];
      }
    | { readonly answer: 'derived' }
    | {
        readonly answer: 'parts';
        /** What each answer to a part contributes; a part that is not listed contributes nothing. The worst counts. */
        readonly parts: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
        readonly settings?: Settings;
      }
  );

/** Not applicable wants a judge; who does not know or declines leaves the control unproven. */
const usual: Unanswered = { 'not applicable': J, "don't know": F, declined: F };
const never: Unanswered = { 'not applicable': I, "don't know": I, declined: I };

const gap = { yes: M, partly: F, no: F } as const;
const extent = { yes: M, partly: J, no: F } as const;

export const outcomesTable: readonly Group[] = [
  {
    says: 'Yes is good, and a part that is missing is a gap.',
    answer: 'verdict',
    ...gap,
    ...usual,
    prompts: [
      'policy-evidence.validation-recorded',
      'policy-evidence.auditor-access',
      'env-separation.cluster-separation',
      'access-control.production-access-count.role-based',
      'access-control.mfa',
      'access-control.individual-accounts',
      'access-control.api-audit-trail',
      'access-control.audit-trail-tamper-proof',
      'access-control.access-review',
      'backups.regular',
      'backups.restore-test',
      'change-management.two-person',
      'change-management.rollback-test',
      'vulnerability.pre-production-scan',
      'vulnerability.runtime-alerting',
      'vulnerability.trusted-registries',
      'vulnerability.cluster-updates',
      'vulnerability.os-updates',
      'vulnerability.adjacent-updates',
      'network.network-policies',
      'intrusion.blocked-egress-alerts',
      'continuity.redundancy-test',
      'continuity.bus-factor',
      'incident-internal.escalation',
      'incident-external.escalation',
      'cluster.rbac',
      'workload.read-only-fs',
      'workload.image-pinning',
      'workload.secrets-access',
      'workload.ingress-tls',
      'development.dev-prod-separation',
      'development.qa-separation',
      'qa-env.test-data-from-production.anonymised',
      'health.filling-alerts',
    ],
  },
  {
    says: 'Five of the six double negatives: "do you enforce no …" is good when the answer is yes. The sixth is in parts.',
    answer: 'verdict',
    ...gap,
    ...usual,
    prompts: [
      'workload.security-context.no-privileged',
      'workload.security-context.no-root',
      'workload.security-context.no-sysctls',
      'workload.security-context.no-hostpath',
      'workload.no-automount-sa-token',
    ],
  },
  {
    says: 'Their sister without a negative.',
    answer: 'verdict',
    ...gap,
    ...usual,
    prompts: ['workload.security-context.minimum-capabilities'],
  },
  {
    says: 'Yes is good, and how far "partly" goes is for a reviewer to say.',
    answer: 'verdict',
    ...extent,
    ...usual,
    prompts: [
      'supply.provider-compliance',
      'supply.infrastructure-protection',
      'env-separation.test-protection',
      'change-management.image-semver',
      'change-management.rollback',
      'cryptography.key-rotation',
      'cryptography.hsts',
      'intrusion.ids',
      'intrusion.waf',
      'continuity.redundancy',
      'incident.documentation',
      'incident.definition',
      'cluster.cis-benchmark',
      'workload.resource-limits',
      'workload.min-replicas',
      'workload.labels',
      'development.gitops',
      'data-sources.iac',
      'data-sources.version-controlled',
      'health.cluster-kpis',
      'health.alerts',
      'ops-alerts.alerts',
      'ops-alerts.handling',
      'slo.application-kpis',
      'sec-alerts.alerts',
      'sec-alerts.handling',
      'triage.evaluation',
      'triage.external-notification',
    ],
  },
  {
    says: 'Inverted: no is good, and a yes must be justified to a reviewer.',
    answer: 'verdict',
    yes: J,
    partly: J,
    no: M,
    ...usual,
    prompts: ['qa-env.test-data-from-production'],
  },
  {
    says: 'Either answer is fine: it only informs.',
    answer: 'verdict',
    yes: I,
    partly: I,
    no: I,
    ...never,
    prompts: [
      'governance.extra-policies',
      'supply.managed-services',
      'change-management.canary',
      'incident.production-data-fix',
      'workload.best-practices',
      'slo.user-kpis',
    ],
  },
  {
    says: 'A text that only informs.',
    answer: 'text',
    given: I,
    ...never,
    prompts: [
      'policy-implementation.methodology',
      'policy-implementation.methodology.decomposition',
      'policy-implementation.planning',
    ],
  },
  {
    says: 'A list that only informs.',
    answer: 'list',
    given: I,
    ...never,
    prompts: ['supply.infrastructure-provider'],
  },
  {
    says: 'No code can tell whether a text is good enough.',
    answer: 'text',
    given: J,
    ...usual,
    prompts: [
      'governance.compliance-owner',
      'policy-implementation.tracking',
      'policy-evidence.validation',
      'env-separation.test-data-source',
      'access-control.system-description',
      'change-management.code-journey',
      'change-management.infrastructure-journey',
      'change-management.data-journey',
      'change-management.data-migration',
      'incident.production-data-fix.process',
      'incident-internal.reporting',
      'incident-external.reporting',
      'development.image-build',
      'development.image-deploy',
      'dev-env.access',
      'dev-env.source-control',
      'qa-env.access',
      'qa-env.test-data-source',
      'prod-env.access',
      'deployment.pod-process',
      'data-sources.deploy-process',
      'ops-resolution.path',
      'sec-resolution.path',
    ],
  },
  {
    says: 'Nor a list.',
    answer: 'list',
    given: J,
    ...usual,
    prompts: ['governance.policy-statements', 'deployment.pod-checks'],
  },
  { says: 'Nor a time without a measure.', answer: 'duration', given: J, ...usual, prompts: ['ops-alerts.retention'] },
  {
    says: 'The standards chosen inform.',
    answer: 'choices',
    options: { fffs: I, soc2: I, 'pci-dss': I, iso27001: I, hipaa: I, 'se-healthcare': I, gdpr: I, other: I },
    ...never,
    prompts: ['governance.standards'],
  },
  {
    says: 'A figure of our own needs its reason judged.',
    answer: 'choices',
    options: { legislation: M, contract: M, 'company-policy': J, none: F },
    ...usual,
    prompts: ['logging.retention.source'],
  },
  {
    says: 'What counts is that Baseline or stricter is enforced everywhere; PodSecurityPolicy is gone.',
    answer: 'choices',
    options: {
      'psa-restricted': M,
      'psa-baseline': M,
      'policy-engine': M,
      'some-namespaces': F,
      'not-enforced': F,
      psp: F,
      none: F,
    },
    ...usual,
    prompts: ['cluster.pod-security-policy'],
  },
  {
    says: 'Any policy engine will do.',
    answer: 'choices',
    options: { gatekeeper: M, kyverno: M, 'admission-policy': M, other: J, none: F },
    ...usual,
    prompts: ['cluster.opa'],
  },
  {
    says: 'A named tool is good; plain files may be, when they are kept well.',
    answer: 'choices',
    options: { helm: M, kustomize: M, operator: M, 'plain-yaml': J, other: J },
    ...usual,
    prompts: ['development.resource-management'],
  },
  {
    says: 'A head count is a trend until the program sets a limit.',
    answer: 'number or duration',
    cases: [
      [0, {}, I],
      [400, {}, I],
      [7, { 'access-control.production-access-count': 8 }, M],
      [8, { 'access-control.production-access-count': 8 }, M],
      [9, { 'access-control.production-access-count': 8 }, F],
      [9, { 'access-control.production-access-count': '8' }, F],
      [9, { 'access-control.production-access-count': 'a few' }, J],
    ],
    // With no limit set, which is how the table asks.
    ...never,
    prompts: ['access-control.production-access-count'],
  },
  {
    says: 'Security logs are kept at least as long as the program says.',
    answer: 'number or duration',
    cases: [
      ['P12M', {}, J],
      ['P364D', { 'sec-alerts.retention': 'P1Y' }, F],
      ['P12M', { 'sec-alerts.retention': 'P1Y' }, M],
      ['P365D', { 'sec-alerts.retention': 'P1Y' }, M],
      ['P5Y', { 'sec-alerts.retention': 'P1Y' }, M],
      ['P5Y', { 'sec-alerts.retention': 'long' }, J],
    ],
    ...usual,
    prompts: ['sec-alerts.retention'],
  },
  {
    says: 'The shortest time has a measure, the longest has one where the program sets it, the policy is read.',
    answer: 'parts',
    settings: { 'logging.retention.minimum': 'P1Y', 'logging.retention.maximum': 'P5Y' },
    parts: { policy: { text: J }, minimum: { P11M: F, P12M: M }, maximum: { P5Y: M, P6Y: F } },
    ...usual,
    prompts: ['logging.retention'],
  },
  {
    says: 'A time to fix for each severity.',
    answer: 'parts',
    settings: {
      'vulnerability.fix-time.critical': 'P7D',
      'vulnerability.fix-time.high': 'P1M',
      'vulnerability.fix-time.medium': 'P90D',
    },
    parts: { critical: { PT72H: M, P7D: M, P8D: F }, high: { P30D: M, P31D: M, P32D: F }, medium: { P3M: M, P91D: F } },
    ...usual,
    prompts: ['vulnerability.fix-time'],
  },
  {
    says: 'Without the numbers a reviewer looks at them.',
    answer: 'parts',
    parts: { critical: { P7D: J }, high: { P30D: J }, medium: { P90D: J } },
    ...usual,
    prompts: ['vulnerability.fix-time'],
  },
  {
    says: 'The logs of all three sources.',
    answer: 'parts',
    parts: { nodes: gap, 'control-plane': gap, applications: gap },
    ...usual,
    prompts: ['logging.forwarding'],
  },
  {
    says: 'Two questions in one.',
    answer: 'parts',
    parts: { 'open-networks': gap, https: gap },
    ...usual,
    prompts: ['cryptography.in-transit'],
  },
  { says: 'Who, and how.', answer: 'parts', parts: { who: gap, how: gap }, ...usual, prompts: ['incident.procedures'] },
  {
    says: 'Sufficient, and tested.',
    answer: 'parts',
    parts: { sufficient: extent, tested: gap },
    ...usual,
    prompts: ['workload.network-policies-tested'],
  },
  {
    says: 'The four things "appropriately" stands for.',
    answer: 'parts',
    parts: {
      'not-in-code': gap,
      'encrypted-at-rest': gap,
      'mounted-as-files': extent,
      'stored-and-rotated': { yes: M, partly: J, no: J },
    },
    ...usual,
    prompts: ['workload.secrets-use'],
  },
  {
    says: 'The sixth double negative. NodePort is welcome and outside the roll-up.',
    answer: 'parts',
    parts: { 'host-network': gap, 'node-port': {} },
    ...usual,
    prompts: ['workload.security-context.no-nodeport-hostnetwork'],
  },
  {
    says: 'Startup probes are not always right, so they do not count.',
    answer: 'parts',
    parts: { liveness: gap, readiness: gap, startup: {} },
    ...usual,
    prompts: ['health.probes'],
  },
  {
    says: 'Inverted and conditional: no is good; a yes can be accepted by a reviewer, but not where the data is not anonymised.',
    answer: 'parts',
    parts: { taken: { yes: J, partly: J, no: M }, anonymised: {}, approved: {}, expiry: {} },
    ...usual,
    prompts: ['env-separation.production-data-in-test'],
  },
  {
    says: 'Only ever what its six sub-questions say, which here are all unanswered.',
    answer: 'derived',
    'not applicable': J,
    "don't know": J,
    declined: J,
    prompts: ['workload.security-context'],
  },
];
