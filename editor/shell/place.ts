/** Where the sample day is told: the same pages over another data set, under an address of their own. */
const SAMPLE = '/sample';

/** What every address of these pages and their API begins with: '' for one's own cases, '/sample' for the sample day. */
export const place =
  typeof location !== 'undefined' &&
  (location.pathname === SAMPLE || location.pathname.startsWith(`${SAMPLE}/`))
    ? SAMPLE
    : '';

/** Leads to the first page of the sample day, or of one's own cases: another data set, so the page is loaded anew. */
export function goTo(where: 'sample day' | 'own cases'): void {
  location.assign(where === 'sample day' ? `${SAMPLE}/` : '/');
}
