/** The words one can type, the same on every platform. */

export const commands = [
  { name: 'mine', usage: 'mine', does: 'What waits for you: to answer, to judge, to sign.' },
  { name: 'status', usage: 'status [program]', does: 'Where a review stands.' },
  { name: 'open', usage: 'open <program>', does: 'Shows who would be asked what, then opens a review.' },
  { name: 'remind', usage: 'remind [program]', does: 'Reminds everybody who has something open.' },
  { name: 'assign', usage: 'assign [program]', does: 'Gives prompts to another owner.' },
  { name: 'handover', usage: 'handover [program]', does: 'Hands prompts of yours to somebody else.' },
  { name: 'judge', usage: 'judge [program]', does: 'Answers that wait for your judgement.' },
  { name: 'close', usage: 'close [program]', does: 'Closes a review before its deadline.' },
  { name: 'sign', usage: 'sign [program]', does: 'The statement to sign once a review has closed.' },
  { name: 'report', usage: 'report [program]', does: 'What falls short, what nobody answered, what changed.' },
  { name: 'why', usage: 'why [program]', does: 'Why Muster wrote to you, and what comes next.' },
  { name: 'help', usage: 'help', does: 'This list.' },
] as const;
export type CommandName = (typeof commands)[number]['name'];
