/** What somebody at the command line got wrong or cannot have now: what it is, and what to do. */
export class CallerProblem extends Error {
  override readonly name = 'CallerProblem';
  readonly code: string;
  constructor(code: string, what: string, whatToDo: string) {
    super(`${what}: ${whatToDo}.`);
    this.code = code;
  }
}
