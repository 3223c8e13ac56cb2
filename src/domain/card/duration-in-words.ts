/** ISO 8601 durations, as people say and enter them. */

export const units = [
  { id: 'hours', letter: 'H', time: true },
  { id: 'days', letter: 'D', time: false },
  { id: 'weeks', letter: 'W', time: false },
  { id: 'months', letter: 'M', time: false },
  { id: 'years', letter: 'Y', time: false },
] as const;
export type Unit = (typeof units)[number]['id'];

const shape = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const names = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** `P30D` → `30 days`; `P1Y6M` → `1 year 6 months`; what has another shape stays as it is. */
export function durationInWords(iso: string): string {
  const amounts = shape.exec(iso)?.slice(1) ?? [];
  const said = amounts.flatMap((amount, index) =>
    amount === undefined ? [] : `${amount} ${names[index]}${amount === '1' ? '' : 's'}`,
  );
  return said.join(' ') || iso;
}

export function toDuration(amount: number, unit: Unit): string {
  const { letter, time } = units.find(({ id }) => id === unit) ?? units[1];
  return `${time ? 'PT' : 'P'}${amount}${letter}`;
}

/** What the form shows again. A duration of several units has no single amount, and is entered anew. */
export function fromDuration(iso: string): { readonly amount: string; readonly unit: Unit } | undefined {
  const match = /^P(T?)(\d+(?:\.\d+)?)([YMWDH])$/.exec(iso);
  const unit = units.find(({ letter, time }) => letter === match?.[3] && time === (match?.[1] === 'T'));
  return match?.[2] && unit ? { amount: match[2], unit: unit.id } : undefined;
}
