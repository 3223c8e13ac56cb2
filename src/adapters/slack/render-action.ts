/** Actions → buttons. What one does stands in its value; its action_id says only of which kind it is. */
import type { Action } from '../../domain/card/card.ts';
import type { Block, Button } from './block-kit.ts';
import { buttonValue, type Where } from './button-value.ts';
import { limits } from './limits.ts';
import { clipped, plainText } from './text.ts';

/** Numbers buttons over a whole message, since their ids must differ. */
export type Numbers = { next(): number };

export function numbers(): Numbers {
  let last = 0;
  return { next: () => ++last };
}

export type Standing = Where & { readonly numbers: Numbers };

/** Undefined when what it does is longer than a button can carry. */
export function button(action: Action, at: Standing): Button | undefined {
  const { numbers: _, ...where } = at;
  const value = buttonValue(action.press, where);
  return value === undefined ? undefined : buttonOf(action, action.press.press, value, at);
}

export function buttonOf(
  { label, style, describes }: Omit<Action, 'press'>,
  kind: 'intent' | 'show' | 'form' | 'share',
  value: string,
  at: Pick<Standing, 'numbers'>,
): Button {
  return {
    type: 'button',
    action_id: `${kind}:${at.numbers.next()}`,
    text: plainText(label, limits.button),
    value,
    ...(style && { style }),
    ...(describes && { accessibility_label: clipped(describes, limits.describes) }),
  };
}

/** One block of buttons. More than fit, or that carry too much, are said in words. */
export function buttonBlocks(actions: readonly Action[], at: Standing): readonly Block[] {
  const offered = actions.slice(0, limits.actions).flatMap((action) => button(action, at) ?? []);
  const left = actions.length - offered.length;
  return [
    ...(offered.length > 0 ? [{ type: 'actions' as const, elements: offered }] : []),
    ...(left > 0
      ? [{ type: 'context' as const, elements: [plainText(`${left} more cannot be offered here.`, limits.text)] }]
      : []),
  ];
}
