/** Something wrong in a checklist whose every field is well formed. */
export type Fault = {
  /** Where in the checklist, as in `['prompts', 3, 'parent']`. */
  readonly path: readonly (string | number)[];
  /** For whoever writes the checklist. */
  readonly sentence: string;
};
