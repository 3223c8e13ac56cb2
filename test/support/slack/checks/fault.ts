/** What Slack says is wrong with a payload, and where. */
export type Fault = { readonly at: string; readonly says: string };

/** As it stands in `response_metadata.messages`. */
export function inSlacksWords({ at, says }: Fault): string {
  return `[ERROR] ${says} [json-pointer:${at}]`;
}
