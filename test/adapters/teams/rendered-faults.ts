/** What is wrong with something rendered: too large, against the rules of cards, or with marks of people that came alive. */
import { limits } from '../../../src/adapters/teams/limits.ts';
import type { Rendered } from '../../../src/adapters/teams/render.ts';
import { type Fields, fields, list, objectsIn, text } from '../../support/slack/json.ts';
import { bytesOf, cardFaults } from '../../support/teams/checks/card-faults.ts';
import { functionsIn, markdownIn, pagesIn } from '../../support/teams/checks/live-markdown.ts';

// No text block of ours is meant to be drawn: not a star, not a link.
const alive = /(?<!\\)(\*\*|\[[^\]]*\]\(|<[a-z])/i;

export function renderedFaults({ card, summary }: Rendered, most: number = limits.card): readonly string[] {
  const plain = JSON.parse(JSON.stringify(card)) as Fields;
  const size = bytesOf(plain);
  const blocks = [...markdownIn(plain)];
  return [
    ...cardFaults(plain),
    ...(size > most ? [`${size} bytes`] : []),
    ...(summary.trim() === '' || summary.length > limits.summary ? [`summary “${summary}”`] : []),
    ...blocks.filter((text) => alive.test(text)).map((text) => `alive: ${text}`),
    ...blocks.flatMap(pagesIn),
    ...[...functionsIn([plain, summary])].map((found) => `worked out: ${found}`),
    ...wideRows(plain),
  ];
}

/** What is wider than a narrow chat is cut off there; what stands in a menu has a line to itself. */
function wideRows(card: Fields): readonly string[] {
  const rows = [...objectsIn(card)].flatMap(({ object }) =>
    object['type'] === 'ActionSet' ? [object['actions']] : [],
  );
  const seen = rows.map((row) => list(row).filter((action) => fields(action)['mode'] !== 'secondary'));
  const titles = seen.map((row) => row.map((action) => text(fields(action)['title'])));
  return titles.filter((row) => row.length > 1 && row.join('    ').length > limits.row).map((row) => row.join(' | '));
}
