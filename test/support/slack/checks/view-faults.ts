/** What is wrong with a modal or a Home. */
import { type Fields, fields, list, text } from '../json.ts';
import { limits, shapeSpecs } from '../limits.ts';
import { blockFaults } from './block-faults.ts';
import type { Fault } from './fault.ts';
import { specFaults } from './value-faults.ts';

export function* viewFaults(view: Fields): Iterable<Fault> {
  const type = text(view['type']);
  if (type !== 'modal' && type !== 'home') {
    yield { at: '/view/type', says: 'must be modal or home' };
    return;
  }
  yield* specFaults(view, shapeSpecs[type], '/view');
  const most = shapeSpecs[type]?.fields['blocks'];
  yield* blockFaults(view['blocks'], type, most && 'max' in most ? Number(most.max) : 0, '/view/blocks');
  if (list(view['blocks']).length === 0 && type === 'modal')
    yield { at: '/view/blocks', says: 'no fewer than 1 items allowed' };
  const inputs = list(view['blocks']).some((block) => fields(block)['type'] === 'input');
  if (type === 'modal' && inputs && !view['submit'])
    yield { at: '/view', says: 'submit is required when an input block is within blocks' };
}

export function tooLarge(view: Fields): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > limits.view.bytes;
}
