import type { Problem } from '../../definitions/model/views/problem.ts';
import type { HomeFolder } from '../local/folders.ts';
import { runningEarshot } from '../local/runtime-file.ts';
import { CallerProblem } from './caller-problem.ts';

/** An answer of the API. `problem` is set for a refusal. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly problem: Problem | null;
}

/** Speaks with an Earshot. Requests that did not get through are asked again with growing pauses. */
export interface ApiClient {
  /** Rejects with a CallerProblem when nothing got through for the patience given. */
  request(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<ApiAnswer>;
}

export interface ApiClientOptions {
  /** Asked before each try: after a restart the address and the token may be others. Null: nothing runs. */
  readonly target: () => { readonly url: string; readonly token: string } | null;
  /** Told in one sentence when a request has to be tried again. */
  readonly notice: (sentence: string) => void;
  readonly patienceMs: number;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const ANSWER_LIMIT_MS = 120_000;
/** Refusals that mean: not now. */
const LATER = new Set([429, 502, 503, 504]);

export function createApiClient(options: ApiClientOptions): ApiClient {
  return {
    async request(method, path, body) {
      const deadline = Date.now() + options.patienceMs;
      for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
        const answer = await once(options.target(), method, path, body);
        if (typeof answer !== 'string') return answer;
        if (Date.now() + pauseMs > deadline) {
          throw new CallerProblem(
            'unreachable',
            `Earshot did not answer (${answer})`,
            'see that it runs (`npm start`) and try again',
          );
        }
        options.notice(`Earshot does not answer (${answer}); trying again in ${pauseMs / 1000} s.`);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    },
  };
}

/** The Earshot that runs on this data folder; the environment may name another by EARSHOT_URL and EARSHOT_TOKEN. */
export function targetOf(home: HomeFolder, env: NodeJS.ProcessEnv): ApiClientOptions['target'] {
  return () => {
    const { EARSHOT_URL: url, EARSHOT_TOKEN: token } = env;
    return url && token ? { url, token } : runningEarshot(home);
  };
}

/** The answer, or in a few words why there was none worth having. */
async function once(
  target: { readonly url: string; readonly token: string } | null,
  method: string,
  path: string,
  body: unknown,
): Promise<ApiAnswer | string> {
  if (target === null) return 'nothing runs on this data folder';
  try {
    const response = await fetch(new URL(path, target.url), {
      method,
      headers: {
        authorization: `Bearer ${target.token}`,
        'x-earshot': '1',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (LATER.has(response.status)) return `status ${response.status}`;
    const text = await response.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, body: json, problem: response.ok ? null : (json as Problem) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : 'no connection';
  }
}
