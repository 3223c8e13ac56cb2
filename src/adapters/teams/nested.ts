/** How deep what came is nested: who clones, compares or writes it goes as deep, and a few thousand levels end their stack. */

// Cards that people forward nest some thirty deep; our own buttons carry ten.
const deepest = 100;

export function isTooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inside) => isTooDeep(inside, left - 1));
}
