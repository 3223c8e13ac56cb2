/** The state in numbers: every row adds up to what was asked. */
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { SectionTable, SeverityTable } from '../../../src/adapters/workspace/pages/state-tables.tsx';
import { summarise } from '../../../src/domain/review/summary.ts';
import { closed } from '../../domain/card/a-scene.ts';
import { checklist } from '../../support/a-review.ts';

const summary = summarise(closed().story.review, checklist);

it.each([
  ['by section', <SectionTable key="sections" summary={summary} />],
  ['by severity', <SeverityTable key="severities" summary={summary} />],
])('each row’s counts add up to its denominator: %s', (_, table) => {
  const rows = renderToString(table).split('<tr>').slice(2);
  expect(summary.informational).toBeGreaterThan(0);
  for (const row of rows) {
    const [answered = '', ...counts] = [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text ?? '');
    const asked = Number(answered.split(' of ')[1]);
    expect(counts.map(Number).reduce((sum, one) => sum + one, 0)).toBe(asked);
  }
  expect(rows.length).toBeGreaterThan(3);
});
