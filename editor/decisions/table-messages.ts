import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { Requirable } from './asked-table.ts';
import type { Analysed, Checked } from './examine.ts';
import type { Trial, TriedWith } from './trial.ts';

/** What the worker is asked. Each table has a number of its own, and each trial too; answers bear them. */
export type TableAsk =
  | {
      readonly ask: 'examine';
      readonly version: number;
      readonly table: DecisionTable;
      readonly types: TypeEnvironment | undefined;
      readonly others: Requirable;
    }
  /** Over the table that was sent last. */
  | { readonly ask: 'try'; readonly turn: number; readonly given: TriedWith; readonly now: number };

export type TableAnswer =
  | { readonly answer: 'checked'; readonly version: number; readonly checked: Checked }
  | { readonly answer: 'analysed'; readonly version: number; readonly analysed: Analysed }
  | { readonly answer: 'tried'; readonly version: number; readonly turn: number; readonly trial: Trial };
