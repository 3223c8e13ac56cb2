/** In which form each card was last drawn, as far as this process knows. */
export type StandingCards = {
  readonly formOf: (message: string) => string | undefined;
  readonly stands: (message: string, form: string) => void;
};

/** More than any workspace has open at once. One that is forgotten here is drawn once too often, no more. */
const mostKnown = 20_000;

export function standingCards(): StandingCards {
  const forms = new Map<string, string>();
  return {
    formOf: (message) => forms.get(message),
    stands(message, form) {
      forms.delete(message);
      forms.set(message, form);
      const [oldest] = forms.keys();
      if (forms.size > mostKnown && oldest !== undefined) forms.delete(oldest);
    },
  };
}
