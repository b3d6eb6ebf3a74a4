import { compareValues } from '../../feel/value/order.ts';
import { kindOf } from '../../feel/value/value.ts';
import type { Value } from '../../feel/value/value.ts';
import type { FeelRange } from '../../feel/value/range.ts';
import type { ValueType } from '../../flow/value-type.ts';
import { withSide } from './box.ts';
import type { ReadCell } from './cell.ts';
import type { TableFinding } from './finding.ts';
import type { GridRow } from './grid.ts';
import type { Question } from './question.ts';
import { isEmpty } from './side.ts';
import { feelOf } from './words.ts';
import { pointIn, witnessAt } from './witness.ts';

/** Rows that nothing fits because of a cell of their own, and parts of cells that nothing passes. */
export function ownCells(question: Question): TableFinding[] {
  return question.grid.rows.flatMap((row) => row.cells.flatMap((cell, c) => ofCell(question, row, cell, c)));
}

function ofCell(question: Question, row: GridRow, cell: ReadCell, c: number): TableFinding[] {
  const { grid, problems } = question;
  const [input, side, axis] = [grid.table.inputs[c], row.may[c], grid.axes[c]];
  if (!input || !side || !axis || cell.isAny) return [];
  const about = { rows: [row.id], columns: [input.id], certain: true } as const;
  const number = `Row ${row.index + 1}`;
  if (isEmpty(side)) {
    const rest = withSide(row.may, c, axis.given);
    const point = rest.some(isEmpty) ? null : pointIn(rest, grid);
    const message = `${number} never fires: nothing that “${input.name}” can be passes ${cell.source}${because(cell, input.type)}.`;
    const witness = point ? { witness: witnessAt(point, grid) } : {};
    return [{ kind: 'never fires', severity: 'warning', ...about, ...witness, message }];
  }
  const isSaid = problems.some(({ row: id, column }) => id === row.id && column === input.id);
  if (isSaid || cell.fixed === null) return [];
  const dead = deadParts(cell, input.type);
  if (dead.length === 0) return [];
  const message = `${number}: nothing that “${input.name}” can be passes ${dead.join(' or ')}, a part of ${cell.source}.`;
  const shown = row.may.some(isEmpty) ? {} : { witness: witnessAt(pointIn(row.may, grid), grid) };
  return [{ kind: 'dead part', severity: 'warning', ...about, ...shown, message }];
}

function because({ fixed }: ReadCell, type: ValueType): string {
  const hasEmptyRange = fixed?.ranges.some(isEmptyRange) === true;
  if (hasEmptyRange) return ', which is a range without anything in it';
  const isOther = fixed?.values.some((value) => isNeverOf(value, type)) === true;
  return isOther && type.type === 'string' && type.allowed ? ', which is not among its allowed values' : '';
}

/** What of a cell no value of the input's type passes. */
function deadParts({ fixed }: ReadCell, type: ValueType): readonly string[] {
  if (fixed === null) return [];
  return [
    ...fixed.values.filter((value) => isNeverOf(value, type)).map(feelOf),
    ...fixed.ranges.filter(isEmptyRange).map(rangeText),
  ];
}

function isNeverOf(value: Value, type: ValueType): boolean {
  if (value === null) return false;
  if (kindOf(value) !== type.type) return true;
  return type.type === 'string' && typeof value === 'string' && type.allowed?.includes(value) === false;
}

function isEmptyRange({ lower, upper, lowerIncluded, upperIncluded }: FeelRange): boolean {
  if (lower === null || upper === null) return false;
  const order = compareValues(lower, upper);
  return order === null || order > 0 || (order === 0 && !(lowerIncluded && upperIncluded));
}

function rangeText({ lower, upper, lowerIncluded, upperIncluded }: FeelRange): string {
  return `${lowerIncluded ? '[' : '('}${feelOf(lower)}..${feelOf(upper)}${upperIncluded ? ']' : ')'}`;
}
