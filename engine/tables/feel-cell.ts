import { Decimal } from 'decimal.js';
import type { CellValue } from 'exceljs';

/** What a cell of a workbook says as FEEL, or why it cannot be read. */
export type FeelCell =
  string | { readonly fault: 'formula' | 'bad cell'; readonly message: string; readonly fix: string };

/** No formula is worked out, and what one came to elsewhere is not used. */
export const FORMULA: FeelCell = {
  fault: 'formula',
  message: 'A formula stands here; none is worked out.',
  fix: 'Write what it comes to; if the cell is meant as FEEL, such as =5, format it as text first',
};
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets: a time of day alone is a moment of it. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);

/**
 * Text as it stands; numbers and truth values as literals; dates, times of day and moments as `@"…"`. Styles and
 * links are left out.
 */
export function feelCell(value: CellValue): FeelCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(value).toFixed() : '';
  if (value instanceof Date) return momentText(value);
  if ('formula' in value || 'sharedFormula' in value) return FORMULA;
  if ('error' in value)
    return {
      fault: 'bad cell',
      message: `The cell holds an error of the spreadsheet (${value.error}).`,
      fix: 'Write what should stand here',
    };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return feelCell(value.text);
  return '';
}

function momentText(date: Date): FeelCell {
  const ms = date.getTime();
  if (Number.isNaN(ms))
    return { fault: 'bad cell', message: 'The cell holds no date.', fix: 'Write it as @"2026-01-31"' };
  // Spreadsheets keep a part of a day: what is meant is a whole second.
  const iso = new Date(Math.round(ms / 1000) * 1000).toISOString();
  const [day = '', time = ''] = iso.slice(0, 19).split('T');
  if (ms >= DAY_ZERO_MS && ms < DAY_ZERO_MS + DAY_MS) return `@"${time}"`;
  return ms % DAY_MS === 0 ? `@"${day}"` : `@"${day}T${time}"`;
}
