/** Words of the record. */

export const record = {
  title: 'Record',
  ofCase: 'One case only',
  all: 'Show everything',
  empty: 'Nothing recorded yet',
  emptyToDo: 'Who did what, and why, is kept here for ever.',
  columns: { at: 'When', who: 'Who', act: 'Did what', why: 'Why' },
  system: 'Earshot',
};
