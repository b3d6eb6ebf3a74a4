import type { TableFinding } from '../../definitions/decision/check-table.ts';
import type { FeelSetting } from '../expressions/setting.ts';

/** Where to go once a cell is written. */
export type Onward = 'down' | 'up' | 'right' | 'left' | 'stay';

/** A field in which a cell is written, whatever it looks like. */
export interface WritingProps {
  readonly written: string;
  readonly label: string;
  /** How many characters fit. */
  readonly most: number;
  readonly onText: (text: string) => void;
  readonly onDone: (text: string, onward: Onward) => void;
  readonly onLeave: () => void;
}

/** What a cell that holds a rule is written with once its script has come. */
export interface CodeCellProps extends WritingProps {
  /** What stands in the cell. */
  readonly text: string;
  /** What was typed to open it, in place of what stood there. */
  readonly typed: string | undefined;
  readonly setting: FeelSetting;
  /** What was written a moment ago, and what was wrong with that. */
  readonly lagging: string;
  readonly finding: TableFinding | undefined;
  /** Where one writes on in what is written; null: the cell has just been opened. */
  readonly goesOnAt: number | null;
}
