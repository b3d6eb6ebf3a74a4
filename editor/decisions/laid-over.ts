import type { Json, JsonObject } from '../../definitions/flow/json.ts';

/** Values with others laid over them, part by part. */
export function laidOver(values: JsonObject, over: JsonObject): JsonObject {
  const laid = Object.entries(over).map(([name, value]): [string, Json] => {
    const below = Object.hasOwn(values, name) ? values[name] : undefined;
    return [name, isContext(below) && isContext(value) ? laidOver(below, value) : value];
  });
  return { ...values, ...Object.fromEntries(laid) };
}

/** A value within others, by the names that lead to it. */
export function put(scope: JsonObject, path: readonly string[], value: Json): JsonObject {
  const at = path.reduceRight<Json>((inner, name) => ({ [name]: inner }), value);
  return isContext(at) ? laidOver(scope, at) : scope;
}

function isContext(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
