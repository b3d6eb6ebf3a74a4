import type { ValueType } from '../../flow/value-type.ts';
import type { DecisionTable, TableInput, TableOutput, TableRow } from '../table.ts';

/**
 * A table as JSON that reads well in a diff: what it is, then a line for each input, output and row; members always
 * in the same order.
 */
export function formatTable(table: DecisionTable): string {
  const { id, name, description, hitPolicy, aggregation, requires, inputs, outputs, rows } = table;
  const head = { id, name, description, hitPolicy, aggregation };
  const members = [
    ...Object.entries(head).flatMap(([key, value]) =>
      value === undefined ? [] : [`${JSON.stringify(key)}: ${JSON.stringify(value)}`],
    ),
    ...(requires === undefined ? [] : [`"requires": ${inline(requires)}`]),
    list('inputs', inputs.map(inputMembers)),
    list('outputs', outputs.map(outputMembers)),
    list('rows', rows.map(rowMembers)),
  ];
  return `{\n${members.map((member) => `  ${member}`).join(',\n')}\n}\n`;
}

type Members = { readonly [key: string]: unknown };

function inputMembers({ id, name, expression, type }: TableInput): Members {
  return { id, name, expression, type: typeMembers(type) };
}

function outputMembers({ id, name, type, default: otherwise }: TableOutput): Members {
  return { id, name, type: typeMembers(type), default: otherwise };
}

function rowMembers({ id, when, then, annotation }: TableRow): Members {
  return { id, when, then, annotation };
}

function typeMembers(type: ValueType): Members {
  switch (type.type) {
    case 'list':
      return { type: type.type, of: typeMembers(type.of) };
    case 'context': {
      const fields = Object.entries(type.fields).map(([name, field]) => [name, typeMembers(field)]);
      return { type: type.type, fields: Object.fromEntries(fields) };
    }
    case 'string':
      return { type: type.type, allowed: type.allowed };
    default:
      return { type: type.type };
  }
}

function list(key: string, items: readonly Members[]): string {
  if (items.length === 0) return `${JSON.stringify(key)}: []`;
  return `${JSON.stringify(key)}: [\n${items.map((item) => `    ${inline(item)}`).join(',\n')}\n  ]`;
}

/** A value in one line, with blanks as prettier sets them. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${JSON.stringify(key)}: ${inline(member)}`],
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
