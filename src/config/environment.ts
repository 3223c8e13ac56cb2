/** The environment as it is handed on: names and what they were set to. */
export type Environment = Readonly<Record<string, string | undefined>>;
