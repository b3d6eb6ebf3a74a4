import type { ScenarioCoverage } from '../../../engine/simulate/coverage.ts';

/** What of a draft no story passes, and how much there is in all. */
export interface Untold {
  readonly flows: readonly UntoldOfFlow[];
  readonly tables: readonly UntoldOfTable[];
  readonly steps: Counted;
  readonly arrows: Counted;
  readonly rows: Counted;
  /** Conditions of tables that were not seen both to hold and not to hold. */
  readonly clauses: Counted;
}

/** How many stories pass, of how many there are. */
export interface Counted {
  readonly told: number;
  readonly all: number;
}

export interface UntoldOfFlow {
  readonly flow: string;
  readonly name: string;
  readonly steps: readonly { readonly id: string; readonly name: string }[];
  readonly arrows: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly name: string;
  }[];
}

export interface UntoldOfTable {
  readonly table: string;
  readonly name: string;
  /** Ids of rows that no story comes to, with their places in the table, from 1. */
  readonly rows: readonly { readonly id: string; readonly number: number }[];
}

/** What a round of stories left out, by name. An arrow of a step that no story comes to goes without saying. */
export function untoldIn({ flows, tables }: ScenarioCoverage): Untold {
  const isLeft = ({ passed }: { readonly passed: number }): boolean => passed === 0;
  const counted = (all: readonly { readonly passed: number }[]): Counted => ({
    told: all.filter((one) => !isLeft(one)).length,
    all: all.length,
  });
  const rows = tables.flatMap(({ coverage }) => coverage.rows.map(({ fitted }) => ({ passed: fitted })));
  return {
    flows: flows
      .map(({ id, name, steps, arrows }) => ({
        flow: id,
        name,
        steps: steps.filter(isLeft).map(({ id: step, name: of }) => ({ id: step, name: of })),
        arrows: arrows.filter(isLeft).map(({ id: arrow, from, to, name: of }) => ({
          id: arrow,
          from,
          to,
          name: of,
        })),
      }))
      .filter(({ steps, arrows }) => steps.length + arrows.length > 0),
    tables: tables
      .map(({ id, name, coverage }) => ({
        table: id,
        name,
        rows: coverage.rows.flatMap(({ row, fitted }, at) =>
          fitted === 0 ? [{ id: row, number: at + 1 }] : [],
        ),
      }))
      .filter((table) => table.rows.length > 0),
    steps: counted(flows.flatMap(({ steps }) => steps)),
    arrows: counted(flows.flatMap(({ arrows }) => arrows)),
    rows: counted(rows),
    clauses: tables.reduce(
      ({ told, all }, { coverage: { clauses } }) => ({
        told: told + clauses.covered,
        all: all + clauses.all,
      }),
      { told: 0, all: 0 },
    ),
  };
}
