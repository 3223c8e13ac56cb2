/** What is wrong with a list of blocks on one surface. */
import { type Fields, fields, isFields, list, text } from '../json.ts';
import { blockSpecs, limits, type Surface } from '../limits.ts';
import { interactive } from './elements.ts';
import type { Fault } from './fault.ts';
import { initialFaults } from './initial-faults.ts';
import { specFaults } from './value-faults.ts';

export function* blockFaults(value: unknown, on: Surface, max: number, at = '/blocks'): Iterable<Fault> {
  if (!Array.isArray(value)) {
    yield { at, says: 'must be a list' };
    return;
  }
  if (value.length > max) yield { at, says: `no more than ${max} items allowed` };
  const seen = new Set<string>();
  let focused = 0;
  for (const [index, block] of value.entries()) {
    const here = `${at}/${index}`;
    yield* oneBlock(block, on, here);
    const id = text(fields(block)['block_id']);
    if (seen.has(id)) yield { at: `${here}/block_id`, says: `block_id "${id}" already exists` };
    if (id) seen.add(id);
    focused += interactive(fields(block)).filter(({ element }) => element['focus_on_load'] === true).length;
  }
  if (focused > 1) yield { at, says: 'only one element may have focus_on_load' };
}

function* oneBlock(block: unknown, on: Surface, at: string): Iterable<Fault> {
  const type = isFields(block) ? text(block['type']) : '';
  const spec = blockSpecs[type];
  if (!isFields(block) || !spec) yield { at, says: `unsupported type: ${type || 'none'}` };
  else if (!spec.on.includes(on)) yield { at, says: `unsupported type: ${type} in a ${on}` };
  else {
    yield* specFaults(block, spec, at, ['type', 'block_id']);
    yield* idFaults(block, at);
    for (const { element } of interactive(block)) yield* initialFaults(element, at);
  }
}

function* idFaults(block: Fields, at: string): Iterable<Fault> {
  const id = block['block_id'];
  if (id !== undefined && (typeof id !== 'string' || id.length > limits.blockId))
    yield { at: `${at}/block_id`, says: `must be less than ${limits.blockId + 1} characters` };
  const ids = interactive(block).flatMap(({ element }) => text(element['action_id']) || []);
  const twice = ids.find((each, index) => ids.indexOf(each) !== index);
  if (twice) yield { at, says: `action_id "${twice}" already exists for block_id "${text(id)}"` };
  for (const element of list(block['elements']))
    if (element === null) yield { at: `${at}/elements`, says: 'must not hold null' };
}
