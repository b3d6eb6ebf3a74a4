import type { Json } from '../flow/json.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { ValueType } from '../flow/value-type.ts';
import type { CheckContext } from './context.ts';
import type { Issue } from './issue.ts';
import { typeWord } from './wording.ts';

/** Initial values that are not of their variable's declared type. */
export function checkVariables({ flow }: CheckContext): readonly Issue[] {
  return flow.variables.flatMap(({ name, type, initial }, index): Issue[] => {
    if (initial === undefined || isOf(initial, type)) return [];
    const place = { flow: flow.id, variable: name, field: pointer('variables', index, 'initial') };
    const message = `The value “${name}” holds ${typeWord(type)}, and begins with something else.`;
    return [{ code: 'type mismatch', severity: 'error', place, message }];
  });
}

// Shapes only (ISO 8601 as FEEL writes it); whether a day exists is FEEL's to say.
const NOTATION = {
  date: /^-?\d{4,9}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}:\d{2}/,
  'date and time': /^-?\d{4,9}-\d{2}-\d{2}T\d{2}:\d{2}/,
  'days and time duration': /^-?P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
  'years and months duration': /^-?P(?=\d)(\d+Y)?(\d+M)?$/,
} as const;

/** Whether a JSON value is one of a declared type's; null is one of every type's. */
export function isOf(value: Json, type: ValueType): boolean {
  if (value === null) return true;
  switch (type.type) {
    case 'any':
      return true;
    case 'string':
      return typeof value === 'string' && (type.allowed === undefined || type.allowed.includes(value));
    case 'text':
      return typeof value === 'string';
    case 'number':
    case 'boolean':
      return typeof value === type.type;
    case 'list':
      return Array.isArray(value) && value.every((item: Json) => isOf(item, type.of));
    case 'context':
      return (
        typeof value === 'object' &&
        !Array.isArray(value) &&
        Object.entries(value).every(([name, member]) => {
          const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
          return field === undefined || isOf(member, field);
        })
      );
    default:
      return typeof value === 'string' && NOTATION[type.type].test(value);
  }
}
