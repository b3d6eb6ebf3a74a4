/** The reader's languages as the browser tells them, best first (BCP 47); where there is no browser, British English. */
export const readersLanguages: readonly string[] =
  typeof document === 'undefined' || navigator.languages.length === 0 ? ['en-GB'] : navigator.languages;

const count = new Intl.NumberFormat([...readersLanguages]);
const value = new Intl.NumberFormat([...readersLanguages], { maximumFractionDigits: 4 });

/** '1,261', as the reader writes numbers. */
export function counted(number: number): string {
  return count.format(number);
}

/** A number with at most four digits after the point, as the reader writes numbers. */
export function numberText(number: number): string {
  return value.format(number);
}

const tenths = new Intl.NumberFormat([...readersLanguages], {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A number with one digit after the point, as the reader writes numbers. */
export function tenthsText(number: number): string {
  return tenths.format(number);
}

const percent = new Intl.NumberFormat([...readersLanguages], { style: 'percent' });

/** '38%' of 0.375, as the reader writes it. */
export function percentText(share: number): string {
  return percent.format(share);
}
