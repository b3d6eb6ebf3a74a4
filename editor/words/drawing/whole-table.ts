/** Words of a decision's whole table, opened from the case that it decided. */
import { counted } from '../locale.ts';
import { many } from '../many.ts';

export const wholeTable = {
  rows: (count: number) => many(count, 'row'),
  counted: (rows: readonly number[]) => {
    const all = [rows].flat().map(counted);
    return `${all.length === 1 ? 'Row' : 'Rows'} ${all.join(', ')} decided.`;
  },
  more: (count: number) => `and ${counted(count)} more`,
  none: 'No row fitted.',
  next: 'Go to the next row that decided',
  page: 'Its page in this revision',
  decided: 'decided',
  fitsToo: 'fits too',
};
