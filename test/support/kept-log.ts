/** Keeps what was logged, so that a story can say nothing went wrong. */
export type KeptLog = ReturnType<typeof keptLog>;

export function keptLog() {
  const said: { level: string; facts: object; sentence: string }[] = [];
  const at = (level: string) => (facts: object, sentence: string) => {
    said.push({ level, facts, sentence });
  };
  return { said, info: at('info'), warn: at('warn'), error: at('error') };
}
