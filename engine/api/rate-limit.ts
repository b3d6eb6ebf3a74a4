import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ApiProblem } from './api-problem.ts';

const MINUTE_S = 60;

/** At most so many requests a minute from one address; more are told when to come again. */
export function limitRate(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_S * 1000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler(_request, _response, next) {
      next(
        new ApiProblem(
          'too many requests',
          `There were more than ${perMinute} requests in a minute.`,
          'Wait a minute.',
          {
            retryAfter: MINUTE_S,
          },
        ),
      );
    },
  });
}
