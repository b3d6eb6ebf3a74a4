/**
 * Options of every schema: documents are what they are declared to be, no more; indexes are made by openStore, and
 * a question asked without a connection fails at once instead of waiting in a queue.
 */
export const PLAIN = {
  versionKey: false,
  id: false,
  minimize: false,
  strict: 'throw',
  strictQuery: false,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
} as const;
