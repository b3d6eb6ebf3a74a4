import type { Change } from './change.ts';

export type UnfitCode =
  | 'no such place'
  | 'no such thing'
  | 'no such column'
  | 'not a field'
  | 'not what stands there'
  | 'key taken'
  | 'key and item differ'
  | 'nothing to stand behind'
  | 'cells are left';

/** Why a change cannot be made as it stands. `message` is for people; programs go by `code` and `change`. */
export interface Unfit {
  readonly code: UnfitCode;
  readonly message: string;
  readonly change: Change;
}

const MESSAGES: Record<UnfitCode, string> = {
  'no such place': 'A draft has no such place.',
  'no such thing': 'It is not there, or not any more.',
  'no such column': 'The table has no such column, or not any more.',
  'not a field':
    'This cannot be set; it is the key of a thing, a list of things, or a cell, which is never absent.',
  'not what stands there': 'Something else stands there by now.',
  'key taken': 'Something else is known by this key already.',
  'key and item differ': 'What is added has another key than it is added under.',
  'nothing to stand behind': 'What it should stand behind is not there, or not any more.',
  'cells are left': 'Something stands in a cell of the column still.',
};

/** The problem of a change, in one sentence that says where. */
export function unfit(code: UnfitCode, change: Change): Unfit {
  const where = change.do === 'set' ? `${change.thing} “${change.field}”` : `${change.list} “${change.key}”`;
  return {
    code,
    message: `${where}: ${MESSAGES[code]} Take what stands there now, and change that.`,
    change,
  };
}
