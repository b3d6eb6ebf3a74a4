import type { z } from 'zod';
import type { CrmAnswer, CrmPage } from '../crm.ts';
import { AnswerSchema, PageSchema } from './answers.schema.ts';
import { CrmProblem } from './crm-problem.ts';

/** More than any CRM gives at a time. */
const MOST_ON_A_PAGE = 10_000;

/** How the things on a page are read, told apart and missed. */
export interface Reading<T> {
  readonly crm: string;
  readonly schema: z.ZodType<T>;
  readonly keyOf: (item: T) => string;
  /** Whether one that nobody can read is a problem of the whole page. */
  readonly strict: boolean;
  /** ISO 8601: what holds where the adapter names no time. */
  readonly now: string;
}

/**
 * The page as it can be relied on: each thing once. Throws 'wrong answer' for what is no page, is the same page again
 * or is unreadable throughout, and, where it is strict, 'unreadable record' for a thing that cannot be read or that
 * stands there twice and not the same.
 */
export function checkedPage<T>(answer: unknown, cursor: string | null, reading: Reading<T>): CrmPage<T> {
  const { crm, schema, keyOf, strict, now } = reading;
  const page = PageSchema.safeParse(answer);
  if (!page.success) throw new CrmProblem(crm, 'wrong answer');
  const { next, asOf = now } = page.data;
  if (next !== null && next === cursor) {
    throw new CrmProblem(crm, 'wrong answer', { says: 'gave the same page again and again' });
  }
  if (page.data.items.length > MOST_ON_A_PAGE) {
    throw new CrmProblem(crm, 'wrong answer', { says: 'answered more at once than anybody can read' });
  }
  const read = new Map<string, { readonly item: T; readonly text: string }>();
  let { unreadable } = page.data;
  for (const given of page.data.items) {
    const item = schema.safeParse(given);
    const text = item.success ? JSON.stringify(item.data) : '';
    const known = item.success ? read.get(keyOf(item.data)) : undefined;
    if (!item.success || (known !== undefined && known.text !== text)) unreadable += 1;
    else read.set(keyOf(item.data), { item: item.data, text });
  }
  if (unreadable > 0 && strict) throw new CrmProblem(crm, 'unreadable record');
  if (unreadable > 0 && read.size === 0) throw new CrmProblem(crm, 'wrong answer');
  return { items: [...read.values()].map(({ item }) => item), next, asOf, unreadable };
}

/** The answer as it can be relied on. Throws 'unreadable record' for a value that the schema does not fit. */
export function checkedAnswer<T>(
  answer: unknown,
  schema: z.ZodType<T>,
  crm: string,
  now: string,
): CrmAnswer<T> {
  const read = AnswerSchema.safeParse(answer);
  if (!read.success) throw new CrmProblem(crm, 'wrong answer');
  const value = schema.safeParse(read.data.value);
  if (!value.success) throw new CrmProblem(crm, 'unreadable record');
  return { value: value.data, asOf: read.data.asOf ?? now };
}
