import { join } from 'node:path';
import express from 'express';
import expressStaticGzip from 'express-static-gzip';

/**
 * The built pages: hashed files under /assets are kept for ever by browsers; every other address that is not the
 * API's answers index.html, which is asked for anew each time.
 */
export function servePages(app: express.Express, pagesDir: string): void {
  app.use(
    '/assets',
    readable,
    expressStaticGzip(join(pagesDir, 'assets'), {
      index: false,
      enableBrotli: true,
      orderPreference: ['br'],
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: false },
    }),
    asItIs,
  );
  app.use(express.static(pagesDir, { index: false, cacheControl: false }));
  app.get(/^\/(?!api\/|api$|assets\/)/, (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile('index.html', { root: pagesDir });
  });
}

/** An address that is none is told of as any other problem is. */
const readable: express.RequestHandler = (request, _response, next) => {
  try {
    decodeURIComponent(request.path);
    next();
  } catch (error) {
    next(Object.assign(new Error('This is no address.', { cause: error }), { status: 400 }));
  }
};

/** A file that is gone is told of as it is, and not as the compressed one that was to be sent. */
const asItIs: express.ErrorRequestHandler = (error, _request, response, next) => {
  if (!response.headersSent) response.removeHeader('content-encoding');
  next(error);
};
