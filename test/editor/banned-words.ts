import { readFileSync } from 'node:fs';

const TITLE = '## What we never say';

/** What docs/words.md says never to say; without what may stand before `readers`, if they are named. */
export function bannedWords(readers?: string): readonly string[] {
  const [, part = ''] = readFileSync('docs/words.md', 'utf8').split(TITLE);
  const rows = part.split('\n').filter((line) => line.startsWith('|'));
  // The first two are the head of the table.
  return rows.slice(2).flatMap((line) => {
    const [, never = '', , but = ''] = line.split('|').map((cell) => cell.trim());
    return readers !== undefined && but === readers ? [] : never.toLowerCase().split(', ');
  });
}
