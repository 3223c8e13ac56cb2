/** How much a prompt weighs in a program, which may have chosen a standard that takes it more seriously. */
import type { Prompt, Severity } from './prompt.ts';

export function severityOf(prompt: Pick<Prompt, 'severity' | 'severityIf'>, standards: readonly string[]): Severity {
  const { severity, severityIf } = prompt;
  return severityIf && standards.includes(severityIf.standard) ? severityIf.severity : severity;
}
