/** The frameworks' own names, for the keys that checklists use. */

const names: ReadonlyMap<string, string> = new Map([
  ['iso27001', 'ISO/IEC 27001'],
  ['soc2', 'SOC 2'],
  ['pci-dss', 'PCI DSS'],
  ['hipaa', 'HIPAA'],
  ['gdpr', 'GDPR'],
  ['fffs', 'FFFS'],
  ['dora', 'DORA'],
  ['dora-rts', 'DORA RTS'],
  ['se-healthcare', 'Swedish healthcare'],
  ['nist-csf', 'NIST CSF'],
  ['cis-kubernetes', 'CIS Kubernetes Benchmark'],
  ['nsa-cisa', 'NSA/CISA Kubernetes hardening guidance'],
  ['kubescape', 'Kubescape'],
]);

export function frameworkName(key: string): string {
  return names.get(key) ?? key;
}
