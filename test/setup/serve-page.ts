import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview, type InlineConfig } from 'vite';

/** A part of the pages on a page of its own. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the `index.html` of a folder as the pages of Earshot are built, and serves it; what it asks the API goes to `api`. */
export async function servePage(folder: URL, api?: string): Promise<ServedPage> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'earshot-page-'));
  const config: InlineConfig = {
    configFile: false,
    root: fileURLToPath(folder),
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 10_000 },
    preview: { port: 0, host: '127.0.0.1', ...(api !== undefined && { proxy: { '/api': api } }) },
  };
  await build(config);
  const server = await preview(config);
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return {
    url,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
