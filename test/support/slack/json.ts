/** Reading what came over the wire: a value of another kind than asked for reads as nothing. */
export type Fields = { readonly [key: string]: unknown };

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Undefined when it is no JSON. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Every object inside, from the outside in, with where it stands. */
export function* objectsIn(value: unknown, at = ''): Iterable<{ readonly at: string; readonly object: Fields }> {
  if (isFields(value)) {
    yield { at, object: value };
    for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${at}/${key}`);
  } else for (const [index, inner] of list(value).entries()) yield* objectsIn(inner, `${at}/${index}`);
}
