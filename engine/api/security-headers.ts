import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Security headers for the API and the built pages: scripts, fonts and connections from here alone, never in a frame.
 * Styles may stand inline because Mantine writes its theme into a style element. An inline script of index.html (the
 * one that sets the colour scheme before the first paint) is admitted by its hash.
 */
export function securityHeaders(pagesDir: string | undefined): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScriptHashes(pagesDir)],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The local installation speaks plain HTTP on the loopback; a proxy that speaks TLS sets this itself.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

function inlineScriptHashes(pagesDir: string | undefined): string[] {
  if (pagesDir === undefined) return [];
  const html = readFileSync(join(pagesDir, 'index.html'), 'utf8');
  return [...html.matchAll(INLINE_SCRIPT)].map(([, script = '']) => {
    return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  });
}
