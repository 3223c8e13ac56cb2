/** The state in numbers: by section with its cells, and by severity. */
import type { Summary, Tally } from '../../../domain/review/summary.ts';
import { Cells } from '../render-cells.tsx';
import { cellTones, tallyWords } from './tally-words.ts';
import { Wide } from './wide.tsx';

const counts = ['Answered', 'Meets', 'Falls short', 'To be judged', 'Not answered'].map((title) => ({
  title,
  number: true,
}));

export function SectionTable({ summary }: { readonly summary: Summary }) {
  return (
    <section aria-labelledby="state-sections">
      <h2 id="state-sections">By section</h2>
      <Wide labelled="state-sections" columns={[{ title: 'Section and its prompts' }, ...counts]}>
        {summary.sections.map((section) => (
          <tr key={section.section}>
            <th scope="row">
              {section.title}
              <Cells cells={cellTones(section.cells)} label={tallyWords(section)} />
            </th>
            <Numbers tally={section} />
          </tr>
        ))}
      </Wide>
    </section>
  );
}

export function SeverityTable({ summary }: { readonly summary: Summary }) {
  return (
    <section aria-labelledby="state-severities">
      <h2 id="state-severities">By severity</h2>
      <Wide labelled="state-severities" columns={[{ title: 'Severity' }, ...counts]}>
        {summary.severities.map((severity) => (
          <tr key={severity.severity}>
            <th scope="row">{severity.severity}</th>
            <Numbers tally={severity} />
          </tr>
        ))}
      </Wide>
    </section>
  );
}

function Numbers({ tally }: { readonly tally: Tally }) {
  const columns: readonly (readonly [string, number, string])[] = [
    ['meets', tally.meets, 'tone-meets'],
    ['short', tally.fallsShort, 'tone-falls-short'],
    ['judged', tally.toBeJudged, 'tone-to-be-judged'],
    ['open', tally.unanswered, 'tone-unanswered'],
  ];
  return (
    <>
      <td class="number">
        {tally.answered} of {tally.asked}
      </td>
      {columns.map(([column, number, tone]) => (
        <td class={number > 0 ? `number ${tone}` : 'number none'} key={column}>
          {number}
        </td>
      ))}
    </>
  );
}
