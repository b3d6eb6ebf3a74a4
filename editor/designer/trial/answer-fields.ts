import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { membersOf, requiredOf, typeOfSchema } from '../../../definitions/check/schema-type.ts';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { FormField } from '../../../definitions/flow/user-task.ts';
import { answersOf, formErrors } from '../../inbox/form-values.ts';
import type { FieldError } from '../../../definitions/model/views/problem.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { typedValue, valueText } from '../../stuck/typed-value.ts';
import { isObject } from '../inspector/json-change.ts';
import { spoken } from '../inspector/known-inputs.ts';

/** The field of an answer that is one value and has no parts. */
const WHOLE = 'value';

/** What an activity answers, as the fields of a form: by the schema of its contract, so that any activity can be asked. */
export function answerFields({ output }: Pick<ActivityContract, 'output'>): readonly FormField[] {
  const members = Object.entries(membersOf(output));
  if (members.length === 0) {
    const isNothing = output['type'] === 'object' || output['type'] === 'null';
    return isNothing ? [] : [{ name: WHOLE, label: drawingWords.trial.anyValue, type: typeOfSchema(output) }];
  }
  const required = requiredOf(output);
  return members.map(([name, member]) => {
    const { title, description } = isObject(member) ? member : {};
    const type = typeOfSchema(member);
    return {
      name,
      label: typeof title === 'string' ? title : spoken(name),
      ...(typeof description === 'string' ? { help: description } : {}),
      type,
      // A list may be there and have nothing in it.
      required: required.includes(name) && type.type !== 'list' && !admitsNull(member),
    };
  });
}

/** What stands in the form at first: as it was answered before, else what says nothing in particular. */
export function firstAnswer(fields: readonly FormField[], before: Json | undefined): JsonObject {
  const known = isObject(before) ? before : before === undefined ? {} : { [WHOLE]: before };
  return Object.fromEntries(
    fields.map((field) => [field.name, shown(field, known[field.name]) ?? usual(field)]),
  );
}

/** What was filled in as the activity's answer; or what is wrong with it, by field. */
export function answerIn(
  fields: readonly FormField[],
  values: JsonObject,
): { readonly output: Json } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [...formErrors(fields, values, null)];
  const parts = Object.entries(answersOf(fields, values)).map(([name, value]): [string, Json] => {
    const type = fields.find((field) => field.name === name)?.type.type ?? 'any';
    if (!isWritten(type) || typeof value !== 'string') return [name, value];
    const read = typedValue(value, type);
    if ('value' in read) return [name, read.value];
    errors.push({ field: name, reason: drawingWords.trial.badList });
    return [name, null];
  });
  if (errors.length > 0) return { errors };
  const [only] = fields;
  const output = Object.fromEntries(parts);
  return { output: fields.length === 1 && only?.name === WHOLE ? (output[WHOLE] ?? null) : output };
}

/** Values of these are written out as one text. */
function isWritten(type: FormField['type']['type']): boolean {
  return type === 'context' || type === 'any';
}

function shown({ type }: FormField, value: Json | undefined): Json | undefined {
  if (value === undefined || value === null) return undefined;
  return isWritten(type.type) ? valueText(value) : value;
}

function usual({ type, required }: FormField): Json {
  if (type.type === 'boolean') return false;
  if (type.type === 'list') return [];
  if (required !== true) return '';
  if (type.type === 'number') return 0;
  const allowed = type.type === 'string' ? (type.allowed ?? []) : [];
  return ['none', 'neutral', 'unknown'].find((one) => allowed.includes(one)) ?? allowed[0] ?? '';
}

function admitsNull(schema: Json): boolean {
  if (!isObject(schema)) return true;
  const choices = schema['anyOf'] ?? schema['oneOf'] ?? schema['type'];
  return (
    Array.isArray(choices) &&
    choices.some((choice: Json) => choice === 'null' || (isObject(choice) && choice['type'] === 'null'))
  );
}
