import { analyseTable } from '../../definitions/decision/analysis/analyse.ts';
import type { FindingKind, TableFinding } from '../../definitions/decision/analysis/analyse.ts';
import type { DecisionTable, HitPolicy, TableInput } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';

export const TYPES: TypeEnvironment = {
  amount: { type: 'number' },
  tier: { type: 'string', allowed: ['gold', 'silver', 'bronze'] },
  town: { type: 'string' },
  flag: { type: 'boolean' },
  day: { type: 'date' },
  at: { type: 'time' },
  sent: { type: 'date and time' },
  due: { type: 'days and time duration' },
  term: { type: 'years and months duration' },
  tags: { type: 'list', of: { type: 'string' } },
  limit: { type: 'number' },
};

export function input(name: string, expression?: string, type?: ValueType): TableInput {
  const known = type ?? TYPES[name] ?? { type: 'any' };
  return { id: name, name, type: known, ...(expression === undefined ? {} : { expression }) };
}

/** A table over these inputs; the last cell of each row is its output. */
export function table(
  hitPolicy: HitPolicy,
  inputs: readonly (string | TableInput)[],
  rows: readonly (readonly string[])[],
  otherwise?: string,
): DecisionTable {
  return {
    id: 'table',
    name: 'Table',
    hitPolicy,
    inputs: inputs.map((one) => (typeof one === 'string' ? input(one) : one)),
    outputs: [
      {
        id: 'out',
        name: 'answer',
        type: { type: 'string', allowed: ['a', 'b', 'c'] },
        ...(otherwise === undefined ? {} : { default: otherwise }),
      },
    ],
    rows: rows.map((cells, i) => ({
      id: `r${i + 1}`,
      when: cells.slice(0, -1),
      then: [`"${cells.at(-1) ?? ''}"`],
    })),
  };
}

export function found(of: DecisionTable, kind: FindingKind): readonly TableFinding[] {
  return analyseTable(of, TYPES).findings.filter((finding) => finding.kind === kind);
}

export function messages(of: DecisionTable, kind: FindingKind): readonly string[] {
  return found(of, kind).map(({ message }) => message);
}
