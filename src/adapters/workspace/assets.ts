/** Styles, the client's modules and the icon. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/**
 * Styles and icon ship as they are, in `src`; the client's modules are compiled, into `dist`. Both are found from the
 * package's root, so that `tsx src/main.ts` and `node dist/main.js` serve the same files. Without `dist` the pages
 * work as pages without scripts do.
 */
export function assets(): Router {
  const root = packageRoot(import.meta.dirname);
  const page = join('adapters', 'workspace', 'page');
  const morph = createRequire(import.meta.url).resolve('idiomorph/dist/idiomorph.esm.js');
  const router = Router();
  router.get('/page/vendor/idiomorph.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(morph);
  });
  router.use('/page', only(/^\/[a-z-]+\.(css|svg)$/, join(root, 'src', page)));
  router.use('/page', only(/^\/[a-z-]+\.js$/, join(root, 'dist', page)));
  return router;
}

function only(names: RegExp, folder: string): RequestHandler {
  const files = express.static(folder, { index: false, redirect: false, cacheControl: false, dotfiles: 'ignore' });
  return (request, response, next) => {
    if (!names.test(request.path)) {
      next();
      return;
    }
    // Asked for anew each time and answered "not modified": a rebuilt client is never mixed with an old one.
    response.set('Cache-Control', 'no-cache');
    files(request, response, next);
  };
}

function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('The folder of Muster holds no package.json, so its pages cannot be found.');
  return packageRoot(above);
}
