/** A form as a page of its own: what a dialog shows where scripts run. */
import type { ComponentChildren } from 'preact';
import { conversationAt } from '../addresses.ts';
import type { House } from '../house.ts';
import { Layout } from './layout.tsx';

type FormPageProps = {
  readonly house: House;
  readonly title: string;
  readonly place: string;
  readonly children: ComponentChildren;
};

export function FormPage({ house, title, place, children }: FormPageProps) {
  const path = conversationAt(house.viewer.key, place);
  return (
    <Layout house={house} where={{ path, current: place, title }}>
      <div class="page sheet">{children}</div>
    </Layout>
  );
}
