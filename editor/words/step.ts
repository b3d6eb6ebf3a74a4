/** Words of one step of a case: what it saw, why, how long it took. */
export const step = {
  rowHead: 'Row',
  fits: 'fits',
  fitsNot: 'does not fit',
  was: (value: string) => `was ${value}`,
  wasNothing: 'was not known',
  always: 'always',
  fitsToo: (rows: readonly number[]) =>
    `${[rows].flat().length === 1 ? 'Row' : 'Rows'} ${[rows].flat().join(', ')} would fit too; the earlier one counts.`,
  notKept: 'What it looked at was not kept.',
};
