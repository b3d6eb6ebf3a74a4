import type { CallOptions, Crm, CrmPage, CrmRecord } from '../crm.ts';
import { CrmProblem } from './crm-problem.ts';

/**
 * All pages, one after the other. Throws 'wrong answer' for a page that leads back to an earlier one, and for more
 * than `mostPages`.
 */
export async function* pagesOf<T>(
  crm: string,
  mostPages: number,
  ask: (cursor: string | null) => Promise<CrmPage<T>>,
): AsyncGenerator<CrmPage<T>, void> {
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (;;) {
    const page: CrmPage<T> = await ask(cursor);
    yield page;
    cursor = page.next;
    if (cursor === null) return;
    if (seen.has(cursor))
      throw new CrmProblem(crm, 'wrong answer', { says: 'gave the same page again and again' });
    seen.add(cursor);
    if (seen.size >= mostPages) {
      throw new CrmProblem(crm, 'wrong answer', { says: 'gave page after page without end' });
    }
  }
}

/** Every customer of a CRM, page by page; each page has the CRM's whole time. */
export function everyCustomer(crm: Crm, options: CallOptions = {}): AsyncGenerator<CrmPage<CrmRecord>, void> {
  return pagesOf(crm.name, crm.limits.mostListPages, (cursor) => crm.list({ cursor }, options));
}
