import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import { toErrorSchema } from '@rjsf/utils';
import { JsonObjectSchema } from '../../../definitions/flow/json.schema.ts';
import { config, fromJSONSchema, type z } from 'zod';

/**
 * How a form's library asks whether a value is one of a schema's. By zod, as all else: the usual validator makes code
 * at run time, which the pages' content security policy forbids.
 */
export const formValidator: ValidatorType = {
  isValid: (schema, value) => read(schema, value).success,
  rawValidation: (schema, value) => ({
    errors: JSON.parse(JSON.stringify(read(schema, value).error?.issues ?? [])),
  }),
  validateFormData(value, schema) {
    const errors = (read(schema, value).error?.issues ?? []).map(({ path, message }) => ({
      property: `.${path.map(String).join('.')}`,
      message,
      stack: message,
    }));
    return { errors, errorSchema: toErrorSchema(errors) };
  },
};

const readers = new WeakMap<object, z.ZodType>();

function read(schema: RJSFSchema, value: unknown): z.ZodSafeParseResult<unknown> {
  config({ jitless: true });
  const known = readers.get(schema) ?? fromJSONSchema(JsonObjectSchema.parse(schema));
  readers.set(schema, known);
  return known.safeParse(value);
}
