import { frameFor } from '../../feel/compiler.ts';
import { writeJson } from '../../feel/value/border.ts';
import type { Value } from '../../feel/value/value.ts';
import { isNumber } from '../../feel/value/value.ts';
import type { JsonObject } from '../../flow/json.ts';
import { isWhole } from './axis.ts';
import type { Axis } from './axis.ts';
import type { Box } from './box.ts';
import type { Witness, WitnessValue } from './finding.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Side } from './side.ts';
import { membersOf } from './side.ts';
import { andList, feelOf, valueInWords } from './words.ts';

/** One input out of a box: by column a stretch, of which its value is taken. */
export type Point = readonly number[];

/** The plainest input of a box: given rather than missing, whole rather than broken, not negative. */
export function pointIn(box: Box, { axes }: Grid): Point {
  return box.map((side, c) => {
    const axis = axes[c];
    return axis ? plainest(side, axis) : 0;
  });
}

function plainest(side: Side, axis: Axis): number {
  let best = -1;
  let least = Infinity;
  for (const i of membersOf(side)) {
    const oddity = oddityOf(axis.stretches[i]?.value ?? null);
    if (oddity >= least) continue;
    best = i;
    least = oddity;
    if (oddity === 0) break;
  }
  return best;
}

function oddityOf(value: Value): number {
  if (value === null) return 3;
  if (!isNumber(value)) return 0;
  return (isWhole(value) ? 0 : 2) + (Number(value) < 0 ? 1 : 0);
}

export function valueAt(point: Point, column: number, { axes }: Grid): Value {
  return axes[column]?.stretches[point[column] ?? -1]?.value ?? null;
}

/** The input by the ids of the table's inputs. */
export function witnessAt(point: Point, grid: Grid): Witness {
  return Object.fromEntries(
    grid.table.inputs.map(({ id }, c): [string, WitnessValue] => {
      const value = valueAt(point, c, grid);
      return [id, { feel: feelOf(value), json: jsonOf(value) }];
    }),
  );
}

function jsonOf(value: Value): WitnessValue['json'] {
  const { budget, warn } = frameFor({}, 0, 0);
  return writeJson(value, budget, warn);
}

/** The input in words, the columns that matter alone: ` when “tier” is "gold" and “amount” is 501`; nothing without columns. */
export function whenAt(point: Point, grid: Grid, columns?: readonly number[]): string {
  const { inputs } = grid.table;
  const told = columns ?? inputs.map((_, c) => c);
  if (told.length === 0) return '';
  return ` when ${andList(told.map((c) => valueInWords(inputs[c]?.name ?? '', valueAt(point, c, grid))))}`;
}

/** The variables that the inputs of a point are, where they are variables. */
function scopeAt(point: Point, grid: Grid): JsonObject {
  return Object.fromEntries(
    grid.table.inputs.flatMap(({ name, expression }, c) =>
      expression === undefined ? [[name, jsonOf(valueAt(point, c, grid))] as const] : [],
    ),
  );
}

/** Whether a row fits a point; null where a cell of it asks for what the point does not say. */
export function fitsAt(row: GridRow, point: Point, grid: Grid): boolean | null {
  const scope = scopeAt(point, grid);
  let isKnown = true;
  for (const [c, cell] of row.cells.entries()) {
    if (cell.isAny) continue;
    if (cell.readsClock || cell.uses.some((name) => !Object.hasOwn(scope, name))) isKnown = false;
    else if (!cell.passes(valueAt(point, c, grid), scope)) return false;
  }
  return isKnown ? true : null;
}

/** Whether a point may not come up at all: a variable ties two of its columns together. */
export function isTied(point: Point, grid: Grid, columns: readonly number[]): boolean {
  return grid.tied.some(([a, b]) => {
    if (!columns.includes(a) || !columns.includes(b)) return false;
    const [one, other] = [grid.table.inputs[a], grid.table.inputs[b]];
    return (
      one?.expression !== other?.expression ||
      feelOf(valueAt(point, a, grid)) !== feelOf(valueAt(point, b, grid))
    );
  });
}
