/** Holds one value against its rule from data, as Slack's own validation does. */
import { type Fields, isFields, text } from '../json.ts';
import { elementSpecs, type Rule, type Spec, shapeSpecs } from '../limits.ts';
import type { Fault } from './fault.ts';

type Texts = Extract<Rule, { is: 'plain' | 'text' }>;

export function* valueFaults(value: unknown, rule: Rule, at: string): Iterable<Fault> {
  switch (rule.is) {
    case 'anything':
    case 'blocks': // Told apart by surface, in block-faults.
      return;
    case 'boolean':
      if (typeof value !== 'boolean') yield { at, says: 'must be a boolean' };
      return;
    case 'number':
      yield* numberFaults(value, rule, at);
      return;
    case 'string':
      yield* stringFaults(value, rule, at);
      return;
    case 'one of':
      if (!rule.among.includes(text(value))) yield { at, says: `must be one of ${rule.among.join(', ')}` };
      return;
    case 'plain':
    case 'text':
      yield* textFaults(value, rule, at);
      return;
    case 'list':
      yield* listFaults(value, rule, at);
      return;
    case 'shape':
      yield* specFaults(value, shapeSpecs[rule.shape], at);
      return;
    case 'element':
      yield* elementFaults(value, rule.among, at);
      return;
    default:
      rule satisfies never;
  }
}

/** Fields that nobody knows are refused too: Slack does the same. */
export function* specFaults(
  value: unknown,
  spec: Spec | undefined,
  at: string,
  always: readonly string[] = [],
): Iterable<Fault> {
  if (!isFields(value) || !spec) {
    yield { at, says: 'must be an object' };
    return;
  }
  const given = Object.keys(value).filter((key) => value[key] !== undefined && value[key] !== null);
  for (const key of given) {
    const rule = spec.fields[key];
    if (rule) yield* valueFaults(value[key], rule, `${at}/${key}`);
    else if (!always.includes(key)) yield { at, says: `invalid additional property: ${key}` };
  }
  for (const key of spec.required ?? []) if (!given.includes(key)) yield { at, says: `missing required field: ${key}` };
  yield* choiceFaults(given, spec, at);
}

function* choiceFaults(given: readonly string[], { anyOf, oneOf }: Spec, at: string): Iterable<Fault> {
  const count = (keys: readonly string[]) => keys.filter((key) => given.includes(key)).length;
  if (anyOf && count(anyOf) === 0) yield { at, says: `must define either ${anyOf.join(' or ')}` };
  if (oneOf && count(oneOf) !== 1) yield { at, says: `must define exactly one of ${oneOf.join(', ')}` };
}

function* numberFaults(value: unknown, rule: Extract<Rule, { is: 'number' }>, at: string): Iterable<Fault> {
  if (typeof value !== 'number' || !Number.isInteger(value)) yield { at, says: 'must be an integer' };
  else if (value < (rule.min ?? value)) yield { at, says: `must be at least ${rule.min}` };
  else if (value > (rule.max ?? value)) yield { at, says: `must be at most ${rule.max}` };
}

/** Counted in UTF-16 units, the strictest way to count. */
function* stringFaults(value: unknown, rule: Extract<Rule, { is: 'string' }>, at: string): Iterable<Fault> {
  if (typeof value !== 'string') yield { at, says: 'must be a string' };
  else if (value.length < (rule.min ?? 1)) yield { at, says: 'must be more than 0 characters' };
  else if (rule.max !== undefined && value.length > rule.max)
    yield { at, says: `must be less than ${rule.max + 1} characters` };
  else if (rule.pattern && !new RegExp(rule.pattern).test(value)) yield { at, says: `must match ${rule.pattern}` };
}

function* textFaults(value: unknown, { is, max }: Texts, at: string): Iterable<Fault> {
  const type = isFields(value) ? text(value['type']) : '';
  const types = is === 'plain' ? ['plain_text'] : ['plain_text', 'mrkdwn'];
  if (!isFields(value) || !types.includes(type))
    yield { at, says: `must be a text object of type ${types.join(' or ')}` };
  else {
    const spec = elementSpecs[type];
    if (spec)
      yield* specFaults(value, { ...spec, fields: { ...spec.fields, text: { is: 'string', max } } }, at, ['type']);
  }
}

function* listFaults(value: unknown, { of, max }: Extract<Rule, { is: 'list' }>, at: string): Iterable<Fault> {
  if (!Array.isArray(value)) yield { at, says: 'must be a list' };
  else {
    if (value.length === 0) yield { at, says: 'no fewer than 1 items allowed' };
    if (max !== undefined && value.length > max) yield { at, says: `no more than ${max} items allowed` };
    for (const [index, item] of value.entries()) yield* valueFaults(item, of, `${at}/${index}`);
  }
}

function* elementFaults(value: unknown, among: readonly string[], at: string): Iterable<Fault> {
  const element: Fields = isFields(value) ? value : {};
  const type = text(element['type']);
  if (!among.includes(type)) yield { at, says: `unsupported element type here: ${type || 'none'}` };
  else yield* specFaults(element, elementSpecs[type], at, ['type']);
}
