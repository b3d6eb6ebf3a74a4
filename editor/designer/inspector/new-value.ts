import type { Json } from '../../../definitions/flow/json.ts';
import { idFor } from '../../../definitions/flow/flow-names.ts';
import { formsOf, membersIn, requiredIn, type FormSchema } from './form-schema.ts';
import { isObject } from './json-change.ts';

/**
 * The least that a schema takes: what must be there, empty, the first of what may be chosen, as little as counts.
 * Ids are new ones.
 */
export function newValue(schema: FormSchema, taken: ReadonlySet<string>): Json {
  if (schema['const'] !== undefined) return schema['const'];
  if (schema['format'] === 'port') return idFor('way', 'way', taken);
  if (schema['format'] === 'value type') return { type: 'string' };
  const [form] = formsOf(schema);
  if (form !== undefined) return newValue(form, taken);
  switch (schema['type']) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 0;
    case 'array':
      return [];
    case 'object':
      return Object.fromEntries(
        requiredIn(schema).map((name) => {
          const member = membersIn(schema)[name];
          return [name, newValue(isObject(member) ? member : {}, taken)];
        }),
      );
    default:
      return '';
  }
}
