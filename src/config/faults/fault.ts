/** Something wrong at a place in a program file, before the place has a line. */
export type Fault = { readonly path: readonly PropertyKey[]; readonly message: string };
