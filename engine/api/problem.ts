import type { Problem } from '../../definitions/model/views/problem.ts';
import { RunsProblem } from '../runs/runs.ts';
import { StoreProblem } from '../store/problem.ts';
import type { StoreProblemCode } from '../store/problem.ts';
import { ApiProblem, notFound, PROBLEMS } from './api-problem.ts';
import type { ProblemCode } from './api-problem.ts';

const RETRY_AFTER_S = 5;

/** A problem as it travels, and after how many seconds it is worth trying again. */
export interface ToldProblem {
  readonly problem: Problem;
  readonly retryAfter: number | null;
  /** Nobody foresaw it: to be logged, never shown. */
  readonly isFault: boolean;
}

/** RFC 9457 for anything that was thrown. What nobody foresaw is told without its message: it could hold anything. */
export function problemOf(error: unknown): ToldProblem {
  const told = foreseen(error);
  return {
    problem: {
      type: `urn:earshot:problem:${told.code.replaceAll(' ', '-')}`,
      title: PROBLEMS[told.code].title,
      status: PROBLEMS[told.code].status,
      detail: told.what,
      code: told.code,
      whatToDo: told.whatToDo,
      ...(told.more.errors === undefined ? {} : { errors: told.more.errors }),
      ...(told.more.issues === undefined ? {} : { issues: told.more.issues }),
    },
    retryAfter: told.more.retryAfter ?? (PROBLEMS[told.code].status === 503 ? RETRY_AFTER_S : null),
    isFault: told.code === 'fault',
  };
}

function foreseen(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof StoreProblem) return new ApiProblem(OF_STORE[error.code], error.what, error.whatToDo);
  if (error instanceof RunsProblem) return ofRuns(error);
  return (
    ofBody(error) ??
    new ApiProblem(
      'fault',
      'Earshot met something it did not expect.',
      'Try again; if it stays, ask an engineer to look into the log.',
    )
  );
}

const OF_STORE = {
  unavailable: 'store down',
  'newer data': 'store down',
  stale: 'stale',
  'not found': 'not found',
  refused: 'conflict',
  unfit: 'ill-formed',
} as const satisfies Record<StoreProblemCode, ProblemCode>;

function ofRuns(error: RunsProblem): ApiProblem {
  if (error.code === 'unreachable') {
    return new ApiProblem(
      'runs down',
      'What was asked for did not reach the case; nothing was changed.',
      'Try again in a moment.',
    );
  }
  if (error.code === 'no such run') {
    return new ApiProblem(
      'closed',
      'Nothing runs for this case now.',
      'Look at the case again: it may be over.',
    );
  }
  switch (error.reason) {
    case 'stale':
      return new ApiProblem('stale', 'This was changed meanwhile.', 'Look at it again, then decide anew.');
    case 'started again':
      return new ApiProblem(
        'stale',
        'Nothing was running for this case any more; it was started again, and this was not done.',
        'Look at the case in a moment, then decide anew.',
      );
    case 'closed':
    case 'unknown':
      return new ApiProblem(
        'closed',
        'This is not open any more.',
        'Look at the case again: somebody may have dealt with it.',
      );
    case 'unauthorised':
      return new ApiProblem(
        'not allowed',
        'This was not given to you or your team.',
        'Ask whoever has it, or have it handed over.',
      );
    default:
      return new ApiProblem(
        'ill-formed',
        'The case does not take this as it is.',
        'Check each field against the form.',
      );
  }
}

/** What Express's readers of bodies and addresses refuse. */
function ofBody(error: unknown): ApiProblem | null {
  if (!(error instanceof Error)) return null;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (type === 'entity.too.large') {
    return new ApiProblem(
      'too large',
      'The body of this request is larger than this address takes.',
      'Send it in smaller parts.',
    );
  }
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new ApiProblem(
      'unknown media type',
      'The encoding of this body is not understood.',
      'Send UTF-8, plain or gzipped.',
    );
  }
  if (type === 'entity.parse.failed') {
    return new ApiProblem('invalid', 'The body is not JSON.', 'Send well-formed JSON in UTF-8.');
  }
  if (status === 404) return notFound('address');
  if (status >= 400 && status < 500) {
    return new ApiProblem('invalid', 'The request cannot be read.', 'Check the address and the body.');
  }
  return null;
}
