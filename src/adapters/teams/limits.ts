/** What Teams takes, and what we keep to. Bytes are of JSON in UTF-8. */

export const limits = {
  /** About 28 KB is refused on some clients; 25 KB is what Microsoft's pages advise. */
  card: 25_000,
  /** Teams shows six buttons beside one another and hides what follows. */
  buttons: 6,
  /** In letters, of the buttons in one row. */
  row: 64,
  /** What a narrow chat has room for; the whole of it is in the hint. */
  button: 38,
  tooltip: 200,
  title: 200,
  summary: 500,
  options: 300,
  /** From here on a list to choose from is easier than a column of circles. */
  expanded: 7,
  entered: 4_000,
} as const;

export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
