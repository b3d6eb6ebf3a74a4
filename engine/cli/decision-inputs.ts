import { nearestName } from '../../definitions/feel/nearest.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { CallerProblem } from './caller-problem.ts';
import { readJson } from './read-drawing.ts';

/** The inputs that a JSON file gives by name; refuses one that the decision does not take. */
export function inputsIn(file: string, known: readonly string[]): JsonObject {
  const given = byName(readJson(file));
  if (given === undefined)
    throw new CallerProblem('ill-formed', `${file} holds no inputs by name`, 'write it as {"name": value}');
  refuseStrange(given, known, '');
  return given;
}

/** A list of such inputs; one that stands alone is a list of one. */
export function inputListIn(file: string, known: readonly string[]): readonly JsonObject[] {
  const json = readJson(file);
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  return list.map((one, place) => {
    const given = byName(one);
    if (given === undefined)
      throw new CallerProblem(
        'ill-formed',
        `${file} holds no inputs by name${Array.isArray(json) ? ` in place ${place + 1}` : ''}`,
        'write it as [{"name": value}, {"name": value}]',
      );
    refuseStrange(given, known, ` (input ${place + 1})`);
    return given;
  });
}

/** When a decision is taken, in milliseconds since the epoch; now, if nobody says. */
export function momentOf(at: string | undefined): number {
  const moment = at === undefined ? Date.now() : Date.parse(at);
  if (Number.isNaN(moment))
    throw new CallerProblem('ill-formed', `“${at ?? ''}” is no instant`, 'write it as 2026-03-01T09:00:00Z');
  return moment;
}

function byName(json: unknown): JsonObject | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return Object.fromEntries(Object.entries(json));
}

function refuseStrange(given: JsonObject, known: readonly string[], where: string): void {
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange === undefined) return;
  const nearest = nearestName(strange, known);
  throw new CallerProblem(
    'ill-formed',
    `The decision takes no “${strange}”${where}`,
    nearest === undefined
      ? `it takes ${known.map((name) => `“${name}”`).join(', ') || 'nothing'}`
      : `did you mean “${nearest}”`,
  );
}
