import { MongooseError, mongo } from 'mongoose';
import { driverErrorOf } from './driver-error.ts';
import { StoreProblem } from './problem.ts';
import { isConflict } from './transaction.ts';

/** Codes of a server that is going down, has no room on its disk, or is not the one to write to. */
const NOT_NOW: ReadonlySet<number | string | undefined> = new Set([
  91, 189, 10_107, 11_600, 11_602, 13_435, 13_436, 14_031,
]);
/** An engine whose disk was full answers so to everything, until it is started again. */
const INTERNAL = 1;
const STORAGE_GAVE_UP = /WT_PANIC|no space left/i;
const CLIENT_SIDE = new Set([
  'MongoNotConnectedError',
  'MongoServerClosedError',
  'MongoTopologyClosedError',
  'MongoExpiredSessionError',
  'MongoClientClosedError',
]);

/** The same group of questions, where a lost or missing server is the StoreProblem 'unavailable'. */
export function guarded<G extends object>(group: G): G {
  return new Proxy(group, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        const answer: unknown = Reflect.apply(member, target, given);
        return answer instanceof Promise
          ? answer.catch((error: unknown) => Promise.reject(asProblem(error)))
          : answer;
      };
    },
  });
}

/** 'unavailable' for an error that says that the server is out of reach or too busy; any other error as it is. */
export function asProblem(error: unknown): unknown {
  const what = meansUnavailable(error)
    ? 'The database does not answer.'
    : isConflict(error)
      ? 'Another process holds what was to be written, for longer than is waited for.'
      : null;
  if (what === null) return error;
  return new StoreProblem('unavailable', what, 'Nothing of this was acknowledged; try again in a while.', {
    cause: error,
  });
}

/** Node's own words for a connection that broke while the driver was writing; it passes them on as they are. */
const BROKEN_WIRE: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

function meansUnavailable(thrown: unknown): boolean {
  const error = driverErrorOf(thrown);
  if (error instanceof Error && 'code' in error && BROKEN_WIRE.has(error.code)) return true;
  if (error instanceof mongo.MongoServerSelectionError || error instanceof mongo.MongoNetworkError)
    return true;
  if (error instanceof mongo.MongoServerError)
    return NOT_NOW.has(error.code) || (error.code === INTERNAL && STORAGE_GAVE_UP.test(error.message));
  if (error instanceof mongo.MongoError) return CLIENT_SIDE.has(error.name);
  if (error instanceof MongooseError) {
    return error.name === 'MongooseServerSelectionError' || /connection|connected/i.test(error.message);
  }
  return false;
}
