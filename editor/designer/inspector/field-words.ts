import type { NodeKind } from '../../../definitions/flow/node.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { spoken } from './known-inputs.ts';

/** What a field is called: over it, in a sentence, and what is said to help. `one`: an item of it, in a sentence. */
export interface FieldWords {
  readonly title: string;
  readonly what: string;
  readonly help?: string;
  /** What might stand there. */
  readonly example?: string;
  readonly one?: string;
}

/**
 * The words of a part of a node, the most telling first: those for just this place of just this kind, else for the
 * last names of its path. Where there are none, the name itself as one would say it.
 */
export function fieldWords(kind: NodeKind, path: readonly string[]): FieldWords {
  const said = [[kind, ...path], ...path.map((_, from) => path.slice(from))]
    .map((names) => wordsAt(names.join('.')))
    .find((found) => found !== undefined);
  const name = spoken(path.at(-1) ?? '');
  return said ?? { title: name, what: `“${name}”` };
}

/** Whether there are words for a place. */
export function hasWords(kind: NodeKind, path: readonly string[]): boolean {
  return [[kind, ...path], ...path.map((_, from) => path.slice(from))].some(
    (names) => wordsAt(names.join('.')) !== undefined,
  );
}

function wordsAt(key: string): FieldWords | undefined {
  const fields: { readonly [key: string]: FieldWords } = drawingWords.inspector.fields;
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
