import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { driverErrorOf } from '../store/driver-error.ts';
import { notFound } from './api-problem.ts';
import { problemOf } from './problem.ts';

/** Writes RFC 9457 problem JSON. */
export function sendProblem(response: Response, error: unknown, logger: Logger): void {
  const { problem, retryAfter, isFault } = problemOf(error);
  if (isFault) logger.error({ fault: faultOf(error) }, 'fault');
  if (retryAfter !== null) response.set('retry-after', String(retryAfter));
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The last handler of the app: whatever was thrown becomes a problem, and a stack never leaves. */
export function answerProblems(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) next(error);
    else sendProblem(response, error, logger);
  };
}

export const unknownAddress: RequestHandler = (_request, _response, next) => {
  next(notFound('address'));
};

interface Fault {
  readonly name: string;
  /** The error's own code, and the names of the errors that it came of. */
  readonly code: string | number | null;
  readonly cameOf: readonly string[];
  readonly frames: readonly string[];
}

/** Where it happened, for an engineer. Messages are left out: a driver's may quote what a customer wrote. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, code: null, cameOf: [], frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'code' in error ? error.code : null;
  return {
    name: error.name,
    code: typeof code === 'string' || typeof code === 'number' ? code : null,
    cameOf: causesOf(error).map((cause) =>
      `${cause.name} ${'code' in cause ? String(cause.code) : ''}`.trim(),
    ),
    frames: frames.slice(0, 12).map((line) => line.trim()),
  };
}

function causesOf(error: Error): readonly Error[] {
  const below = driverErrorOf(error);
  const cause = below === error ? error.cause : below;
  return cause instanceof Error ? [cause, ...causesOf(cause)] : [];
}
