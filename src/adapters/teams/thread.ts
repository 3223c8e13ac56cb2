/** A reply goes into its thread, which Teams names with the conversation; where a message stands is the conversation itself. */
export function outOfThread(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}
