/** What Slack takes, as its Block Kit and method pages say. Counted in UTF-16 units, which is never fewer than Slack counts. */

export const limits = {
  blocks: { message: 50, ephemeral: 50, modal: 100, home: 100 },
  /**
   * All words of a message together. Undocumented (`msg_blocks_too_long`): Slack's staff say 12,000 less something for
   * each block, and 11,341 were refused in production, so we stay well below.
   */
  words: { message: 9_000, ephemeral: 9_000, modal: 60_000, home: 60_000 },
  text: 3_000,
  header: 150,
  actions: 25,
  button: 75,
  value: 2_000,
  describes: 75,
  id: 255,
  label: 2_000,
  option: 75,
  optionValue: 150,
  options: 100,
  /** Radio buttons and checkboxes. */
  choices: 10,
  viewTitle: 24,
  metadata: 3_000,
  viewBytes: 250_000,
  entered: 3_000,
  /** The plain text beside the blocks: 40,000 when posted, and 4,000 when updated. */
  fallback: 4_000,
} as const;

export type Surface = keyof typeof limits.blocks;
