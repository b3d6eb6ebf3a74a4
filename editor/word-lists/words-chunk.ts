import { fetched } from '../shell/fetched.ts';
import type { WordEditorProps } from './word-editor.tsx';

/** The editor of word lists, fetched when a drawing or a list is opened. */
export const wordsChunk = fetched<WordEditorProps>(
  async () => (await import('./word-editor.tsx')).WordEditor,
);
