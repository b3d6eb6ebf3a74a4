import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Pages are built into dist/editor, from where the API serves them; while developing, `/api` goes to a running Earshot. */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/editor', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
  },
  server: { host: '127.0.0.1', proxy: { '/api': process.env['EARSHOT_URL'] ?? 'http://127.0.0.1:4444' } },
});
