import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Actor } from './actor.ts';
import type { StepMark } from './step-marks.tsx';
import type { StepState } from './way.ts';

/** How a step or an arrow of one drawing is not as in another. `moved`: it stands elsewhere, and does the same. */
export type DrawnChange = 'added' | 'removed' | 'changed' | 'moved';

/** The sign of each, beside its colour. */
export const CHANGE_SIGNS: Record<DrawnChange, string> = {
  added: '+',
  removed: '−',
  changed: '≠',
  moved: '↔',
};

/** A step as a drawing or a list of bands shows it. */
export interface DrawnStep {
  readonly node: FlowNode;
  /** Who acts, where that is more than the kind of step tells. */
  readonly actor?: Actor;
  /** The name of its activity's own icon, where one is known. */
  readonly icon?: string | undefined;
  readonly state: StepState;
  /** Second line of the card. */
  readonly line: string;
  /** The same with its times whole, for who points at the card; default: the line. */
  readonly whole?: string;
  readonly isSelected: boolean;
  /** How many wait here, or how often it was done; 0 shows nothing. */
  readonly badge: number;
  /** Numbers that lead to cases, in place of a badge; for a drawing whose steps are not chosen. */
  readonly marks?: readonly StepMark[];
  /** Of a drawing that is held against another. */
  readonly change?: DrawnChange | undefined;
}
