/** What a field is called, and what says more of it. */
export interface FieldName {
  /** Of those who hear the page, where no label is shown. */
  readonly said: string | undefined;
  /** The id of its label, where one is shown. */
  readonly labelId: string | undefined;
  /** Ids of what describes it. */
  readonly describedBy: readonly string[];
}

/** What is kept of a field while somebody writes in it, where what is wrong with that is told beside it. */
export interface Kept {
  readonly text: string;
  readonly isWrong: boolean;
  /** The id of what says so. */
  readonly problemsId: string | undefined;
}

/** A field's name and state, for those who hear the page. `problemsId`: of what says what is wrong with it; null: nothing is. */
export function fieldAttributes(
  { said, labelId, describedBy }: FieldName,
  tellingId: string | null,
  problemsId: string | null | undefined,
): { readonly [attribute: string]: string } {
  const about = [...describedBy, ...(tellingId === null ? [] : [tellingId])].join(' ');
  return {
    ...(labelId === undefined ? { 'aria-label': said ?? '' } : { 'aria-labelledby': labelId }),
    ...(about === '' ? {} : { 'aria-describedby': about }),
    ...(problemsId === null ? {} : { 'aria-invalid': 'true' }),
    ...(typeof problemsId === 'string' ? { 'aria-errormessage': problemsId } : {}),
  };
}
