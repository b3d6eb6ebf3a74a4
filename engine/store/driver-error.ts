import { mongo } from 'mongoose';

/** What broke a write: the driver hands on whatever broke a bulk of them, a lost server too, as an error of that bulk. */
export function driverErrorOf(error: unknown): unknown {
  const isOfBulk = error instanceof mongo.MongoBulkWriteError;
  return isOfBulk && error.errorResponse instanceof Error ? error.errorResponse : error;
}
