import type { ReactNode } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import rules from './rule-table.module.css';

/** The heads of a decision table's columns: what it asks, then what it answers. */
export function ColumnHeads({ table }: { readonly table: DecisionTable }): ReactNode {
  return (
    <>
      {table.inputs.map((input) => (
        <th key={input.id} scope="col">
          {input.name}
        </th>
      ))}
      {table.outputs.map((output) => (
        <th key={output.id} scope="col" className={rules['output']}>
          {output.name}
        </th>
      ))}
    </>
  );
}
