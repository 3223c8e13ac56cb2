/** The frame around every page: rails, middle, and what the small client needs to find its way. */
import type { ComponentChildren } from 'preact';
import type { House } from '../house.ts';
import { Rail } from './rail.tsx';
import { Side } from './side.tsx';
import type { Where } from './where.ts';

type LayoutProps = { readonly house: House; readonly where: Where; readonly children: ComponentChildren };

export function Layout({ house, where, children }: LayoutProps) {
  return (
    <html lang="en">
      <Head title={where.title.startsWith('Muster') ? where.title : `${where.title} · Muster`} />
      <body data-live={`/as/${house.viewer.key}/live?asOf=${house.asOf}`}>
        <a class="skip" href="#middle">
          Skip to the main part
        </a>
        <header class="topbar">
          <button type="button" class="button" popovertarget="rail">
            Menu
          </button>
          <button type="button" class="button" popovertarget="side">
            Clock
          </button>
        </header>
        <nav id="rail" class="rail" aria-label="Workspace" popover="auto">
          <Rail house={house} current={where.current} />
        </nav>
        <main id="middle" tabindex={-1}>
          <p class="trouble" id="trouble" role="alert" data-keep />
          {children}
        </main>
        <aside id="side" class="side" aria-label="Clock and review" popover="auto">
          <Side house={house} where={where} />
        </aside>
        <output id="announcer" class="unseen" aria-live="polite" data-keep />
        <dialog id="dialog" aria-labelledby="form-title" data-keep />
      </body>
    </html>
  );
}

/** A page without the house around it: failures, and the first one when nobody lives here yet. */
export function BarePage({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <html lang="en">
      <Head title={`${title} · Muster`} />
      <body class="bare">
        <main id="middle">{children}</main>
      </body>
    </html>
  );
}

function Head({ title }: { readonly title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <link rel="icon" href="/page/favicon.svg" type="image/svg+xml" />
      {['tokens', 'layout', 'conversation', 'card', 'form', 'pages'].map((sheet) => (
        <link key={sheet} rel="stylesheet" href={`/page/${sheet}.css`} />
      ))}
      <script type="module" src="/page/main.js" />
    </head>
  );
}
