/** Signs that nobody sees: words made of nothing else say nothing, and none of them may move what stands around it. */

// Unicode's own list of what is drawn as nothing, with the marks of annotations, which no list of it has.
const unseen = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;
const allUnseen = new RegExp(unseen, 'gu');
// Drawn as room, and no space to Unicode.
const blanks = /[\s\p{Default_Ignorable_Code_Point}\p{Control}\u2800\uFFF9-\uFFFB]/gu;

/** Whether a reader sees nothing there. */
export function isBlank(text: string): boolean {
  return text.replaceAll(blanks, '') === '';
}

/** What a reader sees there, to compare with. */
export function seen(text: string): string {
  return text.replaceAll(allUnseen, '').replaceAll(/\s/g, ' ');
}

/** Most of what is said, and seen at a glance. */
const plain = /^[\s!-~]*$/;

// Where these do their work they are part of a letter or of a picture: the joiners of scripts that join, the parts of an
// emoji, and a choice between the looks of one sign.
const working =
  /(?<=(?!\p{Script=Latin})[\p{L}\p{M}])[\u200C\u200D](?=[\p{L}\p{M}])|(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic})|(?<=[\p{L}\p{N}\p{S}\p{P}])\p{Variation_Selector}|(?<=\u{1F3F4})[\u{E0030}-\u{E007A}]{1,8}\u{E007F}/gu;

/** A sign that only says where a word may break is left out; every other that nobody would see is named. */
function named(text: string): string {
  return text.replaceAll(allUnseen, (sign) =>
    sign === '\u00AD' ? '' : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/**
 * Text from anybody as a card shows it: a sign that would reorder what stands around it, or hide among the letters, stands
 * there by its number. Said twice it is the same. The record keeps the words as they were written.
 */
export function legible(text: string): string {
  if (plain.test(text) || !unseen.test(text)) return text;
  let found = '';
  let from = 0;
  for (const { 0: kept, index } of text.matchAll(working)) {
    found += named(text.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return found + named(text.slice(from));
}

// More would only push what comes after it out of sight.
const mostEmptyLines = 3;

/** Its lines as they were written, blank ones and indented ones too, each break one sign. */
export function inLines(text: string): string {
  const lines = text.replaceAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, '\n');
  return lines.replaceAll(/\n(?:[^\S\n]*\n){4,}/g, '\n'.repeat(mostEmptyLines + 1));
}
