/** A table that may be wider than a phone: it scrolls by itself, from the keyboard too, and never the whole page. */
type WideProps = {
  /** The id of the heading that names it. */
  readonly labelled: string;
  readonly columns: readonly { readonly title: string; readonly number?: boolean }[];
  readonly children: readonly preact.JSX.Element[];
};

export function Wide({ labelled, columns, children }: WideProps) {
  return (
    <section class="wide" aria-labelledby={labelled} tabindex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, number }) => (
              <th scope="col" key={title} class={number ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
