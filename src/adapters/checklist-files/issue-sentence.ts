/** What zod found, as a sentence for the person who wrote the file. */
import type { z } from 'zod';

export function issueSentence(issue: z.core.$ZodIssue, path: readonly PropertyKey[], value: unknown): string {
  const name = nameOf(path);
  if (value === undefined && issue.code !== 'unrecognized_keys') return `${name} is missing.`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${name} is not known here; check the spelling.`;
    case 'invalid_type':
      return `${name} must be ${article(issue.expected)}${quotingHint(issue.expected)}.`;
    case 'invalid_value':
      return `${name} must be ${oneOf(issue.values)}.`;
    case 'invalid_union':
      return unionSentence(issue, path, value);
    case 'invalid_format':
      return `${name} is not well formed: ${issue.message}.`;
    case 'too_small':
      return `${name} needs at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}.`;
    case 'invalid_key':
      return `${name} is not a valid name here: ${issue.issues[0]?.message ?? issue.message}.`;
    default:
      return `${name}: ${issue.message}.`;
  }
}

function unionSentence(issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[], value: unknown): string {
  const choices = (issue as { options?: readonly unknown[] }).options;
  if (choices) return `${nameOf(path)} must be ${oneOf(choices)}.`;
  // Of several readings of the same thing, the one with the fewest complaints is the one that was meant.
  const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0]?.[0];
  if (!closest) return `${nameOf(path)} fits none of the allowed forms.`;
  const [step] = closest.path;
  const inner: unknown =
    typeof value === 'object' && value !== null && step !== undefined ? Reflect.get(value, step) : value;
  const key = closest.code === 'unrecognized_keys' ? closest.keys.slice(0, 1) : [];
  return issueSentence(closest, [...path, ...closest.path, ...key], inner);
}

function nameOf(path: readonly PropertyKey[]): string {
  const names = path.filter((step) => typeof step === 'string').slice(-2);
  return names.length > 0 ? `"${names.join('.').replaceAll('"', '')}"` : 'The file';
}

function oneOf(values: readonly unknown[]): string {
  const shown = values.map((value) => `"${String(value)}"`);
  return shown.length === 1 ? String(shown[0]) : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

function article(expected: string): string {
  const names: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a group of fields',
    int: 'a whole number',
  };
  return names[expected] ?? `a ${expected}`;
}

/** A version like 1.10 is a number to YAML and would lose its zero. */
function quotingHint(expected: string): string {
  return expected === 'string' ? ' (numbers and dates need quotes)' : '';
}
