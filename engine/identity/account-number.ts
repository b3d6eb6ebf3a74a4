/** Account numbers are compared without case, blanks, dots, dashes and slashes. */
export function normaliseAccountNumber(given: string): string {
  return given
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-/–_]/gu, '');
}

const SHORTEST = 6;
const LONGEST = 20;
const MOST = 20;

/**
 * What in a text could be an account number: runs of 6 to 20 letters and digits with at least four digits, blanks and
 * dashes between digits left out. At most 20, in the order they stand. Whether it is one, a CRM says.
 */
export function accountNumbersIn(text: string): readonly string[] {
  const joined = text.normalize('NFKC').replace(/(?<=\d)[ .\-/–](?=\d)/gu, '');
  const runs = joined.match(/[\p{L}\p{N}](?:[\p{L}\p{N}]|-(?=\p{N}))*/gu) ?? [];
  const candidates = runs.map(normaliseAccountNumber).filter(isCandidate);
  return [...new Set(candidates)].slice(0, MOST);
}

function isCandidate(run: string): boolean {
  const digits = run.match(/\d/gu)?.length ?? 0;
  return run.length >= SHORTEST && run.length <= LONGEST && digits >= 4;
}
