/** What the server shows in place of a page when a request fails: handed to it, since it knows no looks of its own. */
import { renderToString } from 'preact-render-to-string';
import { BarePage } from './pages/layout.tsx';

export function failurePage({ status, sentence }: { readonly status: number; readonly sentence: string }): string {
  const title = status === 404 ? 'Nothing here' : 'That did not work';
  const page = (
    <BarePage title={title}>
      <div class="form" id="form" data-lost>
        <h1 id="form-title" tabindex={-1}>
          {title}
        </h1>
        <p class="failure">{sentence}</p>
        <p class="foot">
          <a class="button primary" href="/" data-cancel>
            To the workspace
          </a>
        </p>
      </div>
    </BarePage>
  );
  return `<!doctype html>${renderToString(page)}`;
}
