import { nearestName } from '../../definitions/feel/nearest.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { CallerProblem } from './caller-problem.ts';
import { readJson } from './read-drawing.ts';

/** The inputs that a JSON file gives by name; refuses one that the decision does not take. */
export function inputsIn(file: string, known: readonly string[]): JsonObject {
  const json = readJson(file);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new CallerProblem('ill-formed', `${file} holds no inputs by name`, 'write it as {"name": value}');
  const given: JsonObject = Object.fromEntries(Object.entries(json));
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange === undefined) return given;
  const nearest = nearestName(strange, known);
  throw new CallerProblem(
    'ill-formed',
    `The decision takes no “${strange}”`,
    nearest === undefined
      ? `it takes ${known.map((name) => `“${name}”`).join(', ') || 'nothing'}`
      : `did you mean “${nearest}”`,
  );
}
