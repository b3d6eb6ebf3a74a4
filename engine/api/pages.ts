import { join } from 'node:path';
import type express from 'express';
import expressStaticGzip from 'express-static-gzip';

/**
 * The built pages: hashed files under /assets are kept for ever by browsers; every other address that is not the
 * API's answers index.html, which is asked for anew each time.
 */
export function servePages(app: express.Express, pagesDir: string): void {
  const compressed = { index: false, enableBrotli: true, orderPreference: ['br'] };
  app.use(
    '/assets',
    expressStaticGzip(join(pagesDir, 'assets'), {
      ...compressed,
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: false },
    }),
    asItIs,
  );
  app.use(expressStaticGzip(pagesDir, { ...compressed, serveStatic: { cacheControl: false } }));
  app.get(/^\/(?!api\/|api$|assets\/)/, (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile('index.html', { root: pagesDir });
  });
}

/** A file that is gone is told of as it is, and not as the compressed one that was to be sent. */
const asItIs: express.ErrorRequestHandler = (error, _request, response, next) => {
  if (!response.headersSent) response.removeHeader('content-encoding');
  next(error);
};
