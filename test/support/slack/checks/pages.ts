/** Whom a text would page, and what in it is not escaped. A person's words must do neither. */
import { list, objectsIn, text } from '../json.ts';

const mention = /<(?:!(?:channel|here|everyone|subteam\^[^>]*)|@[A-Z0-9]+)(?:\|[^>]*)?>/g;
const byName = /(?<![\w@])@(?:channel|here|everyone)\b/g;
const allowed = /^<(?:@[A-Z0-9]+|#[A-Z0-9]+|![a-z^]+[^>]*|https?:\/\/[^>|\s]+|mailto:[^>|\s]+)(?:\|[^>]*)?>/;

/** Every text in here that Slack reads as mrkdwn. */
export function mrkdwnIn(blocks: unknown): readonly string[] {
  return [...objectsIn(blocks)].flatMap(({ object }) =>
    object['type'] === 'mrkdwn' || object['type'] === 'markdown' ? [text(object['text'])] : [],
  );
}

export function pagesInText(said: string, linked: boolean): readonly string[] {
  return [...(said.match(mention) ?? []), ...(linked ? (said.match(byName) ?? []) : [])];
}

export function pagesInRichText(blocks: unknown): readonly string[] {
  return [...objectsIn(blocks)].flatMap(({ object }) => {
    const kind = text(object['type']);
    return ['broadcast', 'user', 'usergroup'].includes(kind) && !list(object['elements']).length
      ? [`${kind} ${text(object['range'] ?? object['user_id'] ?? object['usergroup_id'])}`]
      : [];
  });
}

export function escapeFaults(said: string): readonly string[] {
  const faults: string[] = [];
  for (const { index } of said.matchAll(/&(?!(?:amp|lt|gt);)/g)) faults.push(`a bare & in “${around(said, index)}”`);
  let rest = '';
  for (let index = 0; index < said.length; index += 1) {
    const marked = said[index] === '<' ? allowed.exec(said.slice(index, index + 4000))?.[0] : undefined;
    if (said[index] === '<' && !marked) faults.push(`a bare < in “${around(said, index)}”`);
    // A > at the start of a line quotes, and is ours to write.
    if (said[index] === '>' && !/(?:^|\n)$/.test(rest)) faults.push(`a bare > in “${around(said, index)}”`);
    index += marked ? marked.length - 1 : 0;
    rest = marked ? marked : (said[index] ?? '');
  }
  return faults;
}

function around(said: string, index: number): string {
  return said.slice(Math.max(0, index - 20), index + 20);
}
