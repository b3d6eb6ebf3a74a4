import type { Change } from '../../definitions/edit/change.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Command } from './commands/in-flow.ts';

/** Something that was done to a draft, and can be taken back. `label` says it as an analyst would. */
export interface Deed {
  readonly label: string;
  readonly changes: readonly Change[];
}

/** A draft on the desk, with what was done to it and what was taken back; the latest is the last. */
export interface DeskState {
  readonly content: DraftContent;
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

/** Where a draft is worked on. Whatever is done there is a deed that can be taken back. */
export interface Desk {
  readonly state: () => DeskState;
  /** Answers how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Does what a command says; one that changes nothing leaves no trace. */
  do(label: string, command: Command): void;
  undo(): void;
  redo(): void;
}
