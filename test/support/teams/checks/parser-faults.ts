/** What Microsoft's own parser for Adaptive Cards has against a card. It runs in Node as far as this. */
import { createRequire } from 'node:module';
import type * as Cards from 'adaptivecards';
import type { Fields } from '../../slack/json.ts';

// The package's modules are for bundlers; its bundle is plain CommonJS.
const cards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Cards;

const host = new cards.HostConfig({ supportsInteractivity: true, actions: { maxActions: 6 } });

export function parserFaults(given: Fields): readonly string[] {
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  const card = new cards.AdaptiveCard();
  card.hostConfig = host;
  card.parse(structuredClone(given), context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const checking = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsing, ...checking].filter((says) => !mistaken(given, says)).map((says) => `the parser: ${says}`);
}

/** The parser does not know that people are found by searching, and so wants choices there too. */
function mistaken(given: Fields, says: string): boolean {
  return /at least one choice/i.test(says) && JSON.stringify(given).includes('"choices.data"');
}
