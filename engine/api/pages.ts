import { join } from 'node:path';
import express from 'express';

/**
 * The built pages: hashed files under /assets are kept for ever by browsers; every other address that is not the
 * API's answers index.html, which is asked for anew each time.
 */
export function servePages(app: express.Express, pagesDir: string): void {
  app.use(
    '/assets',
    express.static(join(pagesDir, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  );
  app.use(express.static(pagesDir, { index: false, cacheControl: false }));
  app.get(/^\/(?!api\/|api$|assets\/)/, (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile('index.html', { root: pagesDir });
  });
}
