import type { DecisionTable } from '../../definitions/decision/table.ts';

/** A table from elsewhere with those that it goes by, and those that they go by. */
export interface BroughtTables {
  readonly table: DecisionTable;
  readonly required: readonly DecisionTable[];
}

/** What would become of tables that come. */
export interface Arrival {
  /** As it would stand in the place of the one that is shown. */
  readonly table: DecisionTable;
  readonly others: readonly {
    readonly name: string;
    /** One like it is there already, and is gone by. */
    readonly isHere: boolean;
    /** What it would be called. */
    readonly comesAs: string;
  }[];
}

/** The tables beside the one that is shown, and the way in for others. */
export interface BesideTable {
  readonly tables: Readonly<Record<string, DecisionTable>>;
  arrivalOf(brought: BroughtTables): Arrival;
  /** Takes them in as one act. */
  bring(label: string, brought: BroughtTables): void;
}
