import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { FormField } from '../../definitions/flow/user-task.ts';
import { overLimit } from '../../definitions/model/reply-length.ts';
import type { FieldError } from '../../definitions/model/views/problem.ts';
import { words } from '../shell/words.ts';

/** What a form holds while somebody fills it: what is typed, by field name. A number is kept as typed. */
export type FormValues = JsonObject;

/** What the fields hold when a form opens: what the flow suggests, else nothing (a box is not ticked). */
export function initialValues(form: readonly FormField[], suggested: JsonObject): FormValues {
  return Object.fromEntries(form.map((field) => [field.name, suggested[field.name] ?? emptyValue(field)]));
}

function emptyValue(field: FormField): Json {
  return field.type.type === 'boolean' ? false : field.type.type === 'list' ? [] : '';
}

/** What is wrong with what was filled in, before it is sent; by field. */
export function formErrors(
  form: readonly FormField[],
  values: FormValues,
  /** Most characters of one reply on the channel. */
  textLimit: number | null,
): readonly FieldError[] {
  const long = overLimit(textLimit, form, values);
  return form.flatMap((field): FieldError[] => {
    const value = values[field.name] ?? null;
    if (isEmpty(value))
      return field.required === true ? [{ field: field.name, reason: words.tasks.required }] : [];
    if (field.type.type === 'number' && numberIn(value) === null)
      return [{ field: field.name, reason: words.tasks.noNumber }];
    if (long !== null && long.field === field.name)
      return [{ field: field.name, reason: words.tasks.tooLong(long.over) }];
    return [];
  });
}

/** The answers to send: numbers as numbers; what was left empty is null, or left out if it is a list's. */
export function answersOf(form: readonly FormField[], values: FormValues): JsonObject {
  return Object.fromEntries(
    form.map((field) => {
      const value = values[field.name] ?? null;
      if (isEmpty(value)) return [field.name, field.type.type === 'list' ? [] : null];
      return [field.name, field.type.type === 'number' ? numberIn(value) : value];
    }),
  );
}

function isEmpty(value: Json): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function numberIn(value: Json): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
