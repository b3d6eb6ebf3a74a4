/**
 * Why the store refused or could not answer. `what` says what happened, `whatToDo` the next step for whoever asked.
 * unavailable: MongoDB does not answer; nothing was acknowledged, asking again later is right.
 * newer data: the data set was written by a newer Earshot.
 * stale: somebody else changed the thing in between. not found: no such id. refused: the act makes no sense here.
 * unfit: what was sent does not go together with what is there.
 */
export type StoreProblemCode = 'unavailable' | 'newer data' | 'stale' | 'not found' | 'refused' | 'unfit';

/** The one error that callers of the store may expect; anything else is a fault of the store. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
  readonly code: StoreProblemCode;
  readonly what: string;
  readonly whatToDo: string;
  constructor(code: StoreProblemCode, what: string, whatToDo: string, options?: { cause: unknown }) {
    super(`${what} ${whatToDo}`, options);
    this.code = code;
    this.what = what;
    this.whatToDo = whatToDo;
  }
}
