/** Why Earshot cannot run on this machine as asked: `message` says in one sentence what is wrong and what to do. */
export class LocalProblem extends Error {
  override readonly name = 'LocalProblem';
  readonly code: LocalProblemCode;
  constructor(code: LocalProblemCode, what: string, whatToDo: string) {
    super(`${what}: ${whatToDo}.`);
    this.code = code;
  }
}

export type LocalProblemCode =
  | 'port in use'
  | 'address refused'
  | 'no server'
  | 'server did not start'
  | 'server died'
  | 'service did not start'
  | 'newer data'
  | 'already running'
  | 'no room'
  | 'not writable'
  | 'not running'
  | 'pages not built'
  | 'flow not released';
