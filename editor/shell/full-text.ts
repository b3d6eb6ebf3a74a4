import { words } from './words.ts';

/** What is said of a field that is full, for what was pasted beyond that is left out; undefined: there is room. */
export function fullText(text: string, most: number): string | undefined {
  return text.length < most ? undefined : words.acts.full(most);
}
