import type { Fix } from './fix.ts';

/**
 * Where something is wrong. `flow`, `table`, `wordList`, `calendar` name a part of the revision; the others a piece of it.
 * `field` is a JSON Pointer into the node, edge or variable named, otherwise into the part itself.
 * `row` and `column` are ids of a table's row and clause.
 */
export interface Place {
  readonly flow: string;
  readonly node?: string;
  readonly edge?: string;
  readonly variable?: string;
  readonly field?: string;
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
  readonly wordList?: string;
  /** A phrase of the list; `field` is the part of its line then. */
  readonly word?: string;
  /** The id of one of the draft's scenarios. */
  readonly scenario?: string;
}

/** With an error nothing is published; a warning is the author's to weigh. */
export type Severity = 'error' | 'warning';

/** Something an author can put right. `message` is for people; programs go by `code` and `place`. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly fix?: Fix;
}

export type IssueCode =
  // Reading
  | 'not a flow'
  | 'newer schema'
  | 'unknown schema'
  | 'ill-formed'
  // Names and ids
  | 'duplicate id'
  | 'names differ only by case'
  | 'empty name'
  | 'unknown lane'
  | 'outside the bands'
  // The graph
  | 'no start'
  | 'several starts'
  | 'no way to an end'
  | 'unreachable'
  | 'dangling port'
  | 'edge from nowhere'
  | 'edge to nowhere'
  | 'several ways from one port'
  | 'missing default'
  | 'nothing to wait for'
  | 'split without join'
  | 'join without split'
  | 'cycle without a wait'
  // References
  | 'unknown variable'
  | 'unknown activity'
  | 'unknown table'
  | 'unknown flow'
  | 'unknown calendar'
  | 'unknown message'
  | 'recursion'
  // Expressions and data
  | 'missing expression'
  | 'bad expression'
  | 'never true'
  | 'always true'
  | 'text in expression'
  | 'type mismatch'
  | 'missing input'
  | 'unknown input'
  | 'bad table'
  | 'circular decisions'
  | 'required in vain'
  | 'reach in a rule'
  // Durability
  | 'effect may be doubted'
  | 'done again in doubt'
  | 'unknown error code'
  | 'many at once'
  | 'unanswered for ever'
  | 'way back without a bound'
  | 'noticed after it is due'
  | 'typed into history'
  // Word lists
  | 'word does nothing'
  // Revisions
  | 'key and id differ'
  | 'hash differs'
  | 'unknown word list'
  | 'unused part'
  // Scenarios, when a draft is released
  | 'scenario differs'
  | 'scenario not run';
