import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { DecisionTableSchema } from '../../definitions/decision/table.schema.ts';
import { CalendarSchema } from '../../definitions/flow/calendar.schema.ts';
import { readFlow } from '../../definitions/flow/read-flow.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { WordListSchema } from '../../definitions/flow/word-list.schema.ts';
import type { LibraryFlow } from '../../definitions/library/library-flow.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { CallerProblem } from './caller-problem.ts';

/** Flows that ship, by the name under which the command line knows them. */
const LIBRARY: { readonly [name: string]: () => LibraryFlow } = { 'mention-care': mentionCare };

/**
 * A flow with all that belongs to it: one that ships, by name; or a file, with `called`, `tables`, `words` and
 * `calendars` in folders beside it. Refuses a file that is none, and one of a newer schema with its number.
 */
export function readDrawing(nameOrFile: string): LibraryFlow {
  const shipped = existsSync(nameOrFile) ? undefined : LIBRARY[nameOrFile];
  if (shipped) return shipped();
  const file =
    existsSync(nameOrFile) && statSync(nameOrFile).isDirectory() ? join(nameOrFile, 'flow.json') : nameOrFile;
  const flow = flowIn(file);
  const folder = dirname(file);
  return {
    flow,
    flows: byId([flow, ...jsonFilesIn(join(folder, 'called')).map(flowIn)]),
    tables: byId(jsonFilesIn(join(folder, 'tables')).map((path) => parsed(path, DecisionTableSchema))),
    wordLists: byId(jsonFilesIn(join(folder, 'words')).map((path) => parsed(path, WordListSchema))),
    calendars: byId(jsonFilesIn(join(folder, 'calendars')).map((path) => parsed(path, CalendarSchema))),
  };
}

/** The JSON of a file; refuses one that cannot be read or is none. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CallerProblem(
      'no file',
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)})`,
      'name a JSON file',
    );
  }
}

/** What a schema makes of a JSON file; refuses one that is not of that shape. */
export function parsed<T>(file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(readJson(file));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new CallerProblem(
    'ill-formed',
    `${file} is not what it should be (${issue?.path.join('/') || 'the whole'}: ${issue?.message})`,
    'correct it',
  );
}

function flowIn(file: string): Flow {
  const reading = readFlow(readJson(file));
  if ('flow' in reading) return reading.flow;
  throw new CallerProblem(
    'ill-formed',
    `${file} cannot be used (${reading.issues[0]?.message.replace(/\.$/, '')})`,
    'name a file that holds a flow',
  );
}

function jsonFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function byId<T extends { readonly id: string }>(things: readonly T[]): { readonly [id: string]: T } {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
