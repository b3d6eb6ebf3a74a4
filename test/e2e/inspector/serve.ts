import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import express from 'express';
import { build } from 'vite';
import { securityHeaders } from '../../../engine/api/security-headers.ts';
import type { Told } from './told.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export interface PanelSite {
  readonly url: string;
  /** What the next page is told. */
  tell(told: Told): void;
  close(): Promise<void>;
}

/** Builds the page with one panel as the pages are built, and serves it under the same security headers. */
export async function servePanel(): Promise<PanelSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'earshot-panel-'));
  await build({
    root: HERE,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  });
  let told: Told | null = null;
  const app = express();
  app.use(securityHeaders(folder));
  app.get('/told.json', (_, response) => void response.json(told));
  app.use(express.static(folder));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page is served nowhere.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    tell: (next) => (told = next),
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
