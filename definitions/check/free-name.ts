/** The name itself, or the first with a number behind it that nothing has. */
export function freeName(stem: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}
