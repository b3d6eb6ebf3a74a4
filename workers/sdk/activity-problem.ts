/**
 * Why an activity failed, in a word that may enter a history: a code, never a text of people. `retry` says whether
 * trying again may help; `happened: 'no'` that the world was certainly not touched.
 */
export class ActivityProblem extends Error {
  override readonly name = 'ActivityProblem';
  readonly code: string;
  readonly retry: boolean;
  readonly happened: 'no' | 'perhaps';
  readonly retryAfterMs: number | undefined;

  constructor(
    code: string,
    how: { readonly retry: boolean; readonly happened?: 'no' | 'perhaps'; readonly retryAfterMs?: number },
  ) {
    super(code);
    this.code = code;
    this.retry = how.retry;
    this.happened = how.happened ?? 'perhaps';
    this.retryAfterMs = how.retryAfterMs;
  }
}
