import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { DecisionTableSchema } from '../../definitions/decision/table.schema.ts';
import { CalendarSchema } from '../../definitions/flow/calendar.schema.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { readFlowFile, type FlowFileIssue } from '../../definitions/flow/file/read-flow-file.ts';
import { isJsonObject } from '../../definitions/flow/json.ts';
import { readFlow } from '../../definitions/flow/read-flow.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { ScenarioSchema } from '../../definitions/scenario/scenario.schema.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import { WordListSchema } from '../../definitions/flow/word-list.schema.ts';
import type { LibraryFlow } from '../../definitions/library/library-flow.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { isBpmnFile } from './bpmn-file.ts';
import { CallerProblem } from './caller-problem.ts';
import { textOf } from './read-file.ts';

/** Flows that ship, by the name under which the command line knows them. */
const LIBRARY: { readonly [name: string]: () => LibraryFlow } = { 'mention-care': mentionCare };

/**
 * A flow with all that belongs to it: one that ships, by name; or a file, with `called`, `tables`, `words`,
 * `calendars` and `scenarios` in folders beside it, or all of it in the file, as the pages export it; or a BPMN file, of
 * which is told on standard error what was left out. Refuses a file that is none, and one of a newer schema with its
 * number.
 */
export async function readDrawing(nameOrFile: string): Promise<LibraryFlow> {
  const shipped = existsSync(nameOrFile) ? undefined : LIBRARY[nameOrFile];
  if (shipped) return shipped();
  const file =
    existsSync(nameOrFile) && statSync(nameOrFile).isDirectory() ? join(nameOrFile, 'flow.json') : nameOrFile;
  if (isBpmnFile(file)) return bpmnIn(file);
  const json = readJson(file);
  if (isJsonObject(json) && 'earshot' in json) return wholeIn(file);
  const flow = flowIn(file);
  const folder = dirname(file);
  return {
    flow,
    flows: byId([flow, ...jsonFilesIn(join(folder, 'called')).map(flowIn)]),
    tables: byId(jsonFilesIn(join(folder, 'tables')).map((path) => parsed(path, DecisionTableSchema))),
    wordLists: byId(jsonFilesIn(join(folder, 'words')).map((path) => parsed(path, WordListSchema))),
    calendars: byId(jsonFilesIn(join(folder, 'calendars')).map((path) => parsed(path, CalendarSchema))),
    scenarios: scenariosIn(join(folder, 'scenarios')),
  };
}

/** The scenarios of a folder, by the names of their files. */
function scenariosIn(folder: string): Scenarios {
  return Object.fromEntries(
    jsonFilesIn(folder).map((path) => [
      basename(path, '.json').replace(/\.scenario$/, ''),
      parsed(path, ScenarioSchema),
    ]),
  );
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

/** All that a file holds which the pages wrote. */
function wholeIn(file: string): LibraryFlow {
  const reading = readFlowFile(textOf(file));
  return 'content' in reading ? drawingOf(reading.content) : refuse(file, reading.issues[0]);
}

async function bpmnIn(file: string): Promise<LibraryFlow> {
  // What reads BPMN is loaded for BPMN alone.
  const { readBpmn } = await import('../../definitions/flow/bpmn/read-bpmn.ts');
  const reading = await readBpmn(textOf(file));
  if ('issues' in reading) return refuse(file, reading.issues[0]);
  process.stderr.write(
    reading.leftOut.map(({ what, why }) => `${file}: left out: ${what}. ${why}\n`).join(''),
  );
  return drawingOf(reading.content);
}

function drawingOf({ flow, called, ...parts }: DraftContent): LibraryFlow {
  return { flow, flows: { ...called, [flow.id]: flow }, ...parts };
}

function refuse(file: string, issue: FlowFileIssue | undefined): never {
  throw new CallerProblem(
    'ill-formed',
    `${file} cannot be used (${issue?.message.replace(/\.$/, '')})`,
    'export it anew, or correct it',
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
