/** Card → HTML and Form → HTML, as text: what changes here changes on everybody's screen. */
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { CardView } from '../../../src/adapters/workspace/render-card.tsx';
import { FormView } from '../../../src/adapters/workspace/render-form.tsx';
import type { Note, Standing } from '../../../src/adapters/workspace/standing.ts';
import type { Card } from '../../../src/domain/card/card.ts';
import { legible } from '../../../src/domain/invisible.ts';
import { anyCard, anyForm } from '../../support/arbitrary-cards.ts';
import { everyFieldForm, nasty, openingCard, promptRow, sectionCard } from '../../support/sample-cards.ts';
import { unseen } from '../../support/unseen.ts';

const at: Standing = { as: 'pia', place: 'direct', message: 'd1', id: 'm-d1', once: 'a-random-mark' };
const drawn = (card: Card, note?: Note) =>
  renderToString(<CardView card={card} at={{ ...at, ...(note && { note }) }} />);
const pretty = (html: string) => html.replaceAll('><', '>\n<');

describe('a card', () => {
  it('is drawn with every kind of row', () => {
    expect(pretty(drawn(openingCard))).toMatchSnapshot();
  });

  it('is drawn with a prompt in every state', () => {
    expect(pretty(drawn(sectionCard))).toMatchSnapshot();
  });

  it('never lets a text become markup', () => {
    const html = drawn(sectionCard) + drawn(openingCard);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:alert(1)"');
    expect(html).toContain('&lt;script>');
  });

  it('and every form holds no sign that nobody sees in what is read, and what was typed as it was', () => {
    fc.assert(
      fc.property(anyCard, anyForm, (card, form) => {
        const place = { as: 'pia', place: 'direct', message: 'd1', once: 'a-random-mark', back: '/' };
        const html = drawn(card) + renderToString(<FormView form={form} at={place} />);
        const read = html.replaceAll(/<textarea[\s\S]*?<\/textarea>|<[a-z!/](?:"[^"]*"|[^">])*>/gi, '');
        expect(read).not.toMatch(unseen);
      }),
    );
    const [field] = everyFieldForm.fields;
    const typed = {
      ...everyFieldForm,
      fields: [{ ...field, id: 'n', label: 'N', input: 'paragraph' as const, value: 'a\u202Eb' }],
    };
    const place = { as: 'pia', place: 'direct', message: 'd1', once: 'a-random-mark', back: '/' };
    expect(renderToString(<FormView form={typed} at={place} />)).toContain('a\u202Eb</textarea>');
  });

  it('keeps a text of three thousand characters whole', () => {
    expect(drawn(sectionCard)).toContain(nasty.long);
  });

  it('tells each text in which direction it runs, so that it cannot turn its neighbours', () => {
    expect(drawn(sectionCard)).toContain(`<bdi>${legible(nasty.rightToLeft)}</bdi>`);
  });

  it('says every state in words or shape beside its colour', () => {
    const html = drawn({ ...openingCard, rows: openingCard.rows.filter(({ row }) => row === 'cells') });
    expect(html).toContain('role="img" aria-label="Access Control: 5 of 8 answered"');
    expect(html.match(/<path/g)).toHaveLength(3);
  });

  it('names the prompt in every button that would be ambiguous, beginning with what one sees', () => {
    const html = drawn({ ...sectionCard, rows: [promptRow('mfa')] });
    expect(html).toContain('aria-label="Yes: Is mfa enabled?"');
  });

  it('says what came of a press where it was pressed, or on the card when that prompt is gone', () => {
    const note = { message: 'd1', sentence: 'Recorded.', refused: false };
    const inRow = drawn({ ...sectionCard, rows: [promptRow('mfa')] }, { ...note, prompt: 'access-control.mfa' });
    expect(inRow).toMatch(/Recorded\.<\/p><\/div><\/div><\/li>/);
    const gone = drawn({ ...sectionCard, rows: [] }, { ...note, prompt: 'access-control.mfa' });
    expect(gone).toMatch(/Recorded\.<\/p><\/div><\/form>/);
    expect(drawn(sectionCard, { ...note, message: 'another' })).not.toContain('Recorded.');
  });

  it('has no style and no script of its own, as its policy demands', () => {
    expect(drawn(sectionCard) + drawn(openingCard)).not.toMatch(/ style=| on[a-z]+=/);
  });
});

describe('a form', () => {
  const place = { as: 'pia', place: 'direct', message: 'd1', once: 'a-random-mark', back: '/as/pia/' };

  it('is drawn with every kind of field', () => {
    expect(pretty(renderToString(<FormView form={everyFieldForm} at={place} />))).toMatchSnapshot();
  });

  it('comes back from a refusal with its errors beside their fields, and everything that was typed', () => {
    const html = renderToString(
      <FormView
        form={everyFieldForm}
        at={place}
        sent={{ verdict: 'yes', note: 'typed by hand', clouds: ['a'], days: 'soon', confirmed: true }}
        refusal={{
          refused: 'does not fit',
          sentence: 'Two fields need another look.',
          fields: [
            { field: 'days', sentence: 'Write a number of days.' },
            { field: 'clouds', sentence: 'Choose B.' },
          ],
        }}
      />,
    );
    expect(pretty(html)).toMatchSnapshot();
    expect(html).toContain('typed by hand');
    expect(html).toContain('aria-describedby="field-days-error" aria-invalid="true"');
    expect(html).toContain('href="#field-clouds"');
  });
});
