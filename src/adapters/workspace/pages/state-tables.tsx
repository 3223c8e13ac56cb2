/** The state in numbers: by section with its cells, and by severity. A row’s counts add up to what was asked. */
import type { Tone } from '../../../domain/card/card.ts';
import type { Summary, Tally } from '../../../domain/review/summary.ts';
import { Cells } from '../render-cells.tsx';
import { toneClass } from '../render-tone.tsx';
import { cellTones, tallyWords } from './tally-words.ts';
import { type Column, Wide } from './wide.tsx';

const counts: readonly Column<Tally>[] = [
  { title: 'Answered', number: true, cell: ({ answered, asked }) => `${answered} of ${asked}` },
  counted('Meets', 'meets', ({ meets }) => meets),
  counted('Falls short', 'falls short', ({ fallsShort }) => fallsShort),
  counted('To be judged', 'to be judged', ({ toBeJudged }) => toBeJudged),
  counted('For information', 'informational', ({ informational }) => informational),
  counted('Not answered', 'unanswered', ({ unanswered }) => unanswered),
];

function counted(title: string, tone: Tone, of: (tally: Tally) => number): Column<Tally> {
  return { title, number: true, cell: of, look: (tally) => (of(tally) > 0 ? toneClass(tone) : 'none') };
}

export function SectionTable({ summary }: { readonly summary: Summary }) {
  return (
    <section aria-labelledby="state-sections">
      <h2 id="state-sections">By section</h2>
      <Wide
        labelled="state-sections"
        named={{
          title: 'Section and its prompts',
          cell: (section) => (
            <>
              {section.title}
              <Cells cells={cellTones(section)} label={tallyWords(section)} />
            </>
          ),
        }}
        columns={counts}
        rows={summary.sections}
        idOf={({ section }) => section}
      />
    </section>
  );
}

export function SeverityTable({ summary }: { readonly summary: Summary }) {
  return (
    <section aria-labelledby="state-severities">
      <h2 id="state-severities">By severity</h2>
      <Wide
        labelled="state-severities"
        named={{ title: 'Severity', cell: ({ severity }) => severity }}
        columns={counts}
        rows={summary.severities}
        idOf={({ severity }) => severity}
      />
    </section>
  );
}
