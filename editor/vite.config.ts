import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What only some pages need, and costs them. */
const LARGE =
  /node_modules\/(@xyflow|d3-|@lezer|lezer-feel|moment-timezone|decimal\.js)|\/definitions\/(feel|decision|check)\/|\/editor\/drawing\//;
/** What every page stands on. Its styles come first, for ours say otherwise in places. */
const BASE = /\/node_modules\/|\/editor\/(shell|words)\//;
const isBase = (module: string): boolean => BASE.test(module) && !LARGE.test(module);
const isShared = (module: string): boolean => !LARGE.test(module);

/** Pages are built into dist/editor, from where the API serves them; while developing, `/api` goes to a running Earshot. */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/editor', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What pages share is one file, but for the large libraries: some fifty files took longer to fetch than to run.
        codeSplitting: {
          groups: [
            { name: 'base', test: isBase, priority: 1 },
            { name: 'shared', minShareCount: 2, test: isShared },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': process.env['EARSHOT_URL'] ?? 'http://127.0.0.1:4444' } },
});
