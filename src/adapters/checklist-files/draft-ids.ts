/** Ids made from words, each given out once. */

// Left out of ids, since nearly every question begins with them.
const small = new Set(
  'a an and any are as at be by can do does for from have how if in into is it its of on or our the their there this to use what when where which who with you your'.split(
    ' ',
  ),
);

export type DraftIds = { next(words: string, within?: string): string };

export function draftIds(): DraftIds {
  const taken = new Set<string>();
  return {
    next(words, within) {
      const base = within === undefined ? wholeSlug(words) : `${within}.${shortSlug(words)}`;
      let id = base;
      for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
      taken.add(id);
      return id;
    },
  };
}

function wholeSlug(words: string): string {
  return wordsOf(words).slice(0, 8).join('-') || 'section';
}

function shortSlug(words: string): string {
  const all = wordsOf(words.replace(/\([^)]*\)|\[\^[^\]]*\]/g, ' '));
  const telling = all.filter((word) => !small.has(word));
  return (telling.length > 0 ? telling : all).slice(0, 3).join('-') || 'prompt';
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}
