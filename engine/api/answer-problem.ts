import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
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

/** Where it happened, for an engineer. Messages are left out: a driver's may quote what a customer wrote. */
function faultOf(error: unknown): { readonly name: string; readonly frames: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, frames: frames.slice(0, 12).map((line) => line.trim()) };
}
