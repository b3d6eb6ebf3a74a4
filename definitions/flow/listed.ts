/** 'A', 'A and B', 'A, B and C', or the same with 'or'; '' for nothing. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const end = words.at(-1) ?? '';
  return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} ${last} ${end}`;
}
