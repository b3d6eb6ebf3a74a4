import type { z } from 'zod';
import { BOUNDS } from '../bounds.ts';
import type { DraftContent } from '../draft.ts';
import type { Flow } from '../flow.ts';
import { isJsonObject, type Json } from '../json.ts';
import { nestsAtMost } from '../json-depth.ts';
import { losesMember, UNKEPT_NAME } from '../json-members.ts';
import { placeAt } from '../json-place.ts';
import { pointer } from '../json-pointer.ts';
import { readFlow } from '../read-flow.ts';
import { ScenariosSchema } from '../../scenario/scenario.schema.ts';
import { RevisionSchema } from '../revision.schema.ts';
import { FLOW_FILE } from './format-flow-file.ts';

/** Why a file cannot be taken: a sentence that says what, and one that says what to do. */
export interface FlowFileIssue {
  readonly message: string;
  readonly whatToDo: string;
}
export type FlowFileReading =
  { readonly content: DraftContent } | { readonly issues: readonly FlowFileIssue[] };

/** More characters than the largest content may have. */
export const MOST_FLOW_FILE_CHARACTERS = 12_000_000;
const MOST_ISSUES = 20;
const PARTS = ['tables', 'wordLists', 'calendars', 'scenarios'] as const;
const PartsSchema = RevisionSchema.pick({ tables: true, wordLists: true, calendars: true }).extend({
  scenarios: ScenariosSchema,
});

/**
 * Reads a flow with all that belongs to it, as `formatFlowFile` writes it or laid out otherwise; a file that holds a
 * flow alone is one without anything else. What is read is well-formed; whether it is right is for `check` to say.
 * Throws nothing.
 */
export function readFlowFile(text: string): FlowFileReading {
  if (text.length > MOST_FLOW_FILE_CHARACTERS) return refusal(...TOO_LARGE);
  const plain = text.replace(/^\uFEFF/, '');
  const parsed = parse(plain);
  if ('issues' in parsed) return parsed;
  const { json } = parsed;
  if (!isJsonObject(json)) return refusal(...NO_FLOW);
  if (!nestsAtMost(json, BOUNDS.depth))
    return refusal(
      `Lists and objects nest deeper than ${BOUNDS.depth} levels.`,
      'Take a file that Earshot wrote.',
    );
  if (losesMember(json))
    return refusal(`Nothing can be called “${UNKEPT_NAME}”: it would be lost.`, 'Give it another name.');
  if (json['earshot'] === undefined && 'nodes' in json && 'edges' in json) return aloneIn(json);
  if (json['earshot'] !== FLOW_FILE.earshot) return refusal(...NO_FLOW);
  const { version } = json;
  if (typeof version === 'number' && version > FLOW_FILE.version)
    return refusal(
      `This file is of version ${version}, and this Earshot reads up to version ${FLOW_FILE.version}.`,
      'Open it with a newer Earshot.',
    );
  if (version !== FLOW_FILE.version)
    return refusal('This file does not say of which version it is.', 'Take a file that Earshot wrote.');
  return contentIn(json);
}

/** What is said of a file that is too large to be looked into. */
export const TOO_LARGE = [
  `This file is larger than ${MOST_FLOW_FILE_CHARACTERS / 1_000_000} MB, which is more than a flow can hold.`,
  'Look whether it is the right one.',
] as const;
const NO_FLOW = [
  'There is no flow in this file.',
  'Take one that Earshot wrote, with “Export” on the page of a flow.',
] as const;

function parse(text: string): { readonly json: Json } | { readonly issues: readonly FlowFileIssue[] } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    if (text.trim() === '') return refusal('The file is empty.', 'Look whether it is the right one.');
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const { line } = placeAt(text, at === undefined ? text.length : Number(at));
    return refusal(
      line === undefined ? 'It is no JSON.' : `From line ${line} on it is no JSON.`,
      'Look there for a quote, comma or bracket that is missing or too much.',
    );
  }
}

function aloneIn(json: Json): FlowFileReading {
  const reading = flowIn(json, []);
  return 'flow' in reading
    ? { content: { flow: reading.flow, called: {}, tables: {}, wordLists: {}, calendars: {}, scenarios: {} } }
    : reading;
}

function contentIn(json: { readonly [member: string]: Json }): FlowFileReading {
  const issues: FlowFileIssue[] = [];
  const main = flowIn(json['flow'] ?? null, ['flow']);
  if ('issues' in main) issues.push(...main.issues);
  const given = json['called'] ?? {};
  const called: [string, Flow][] = [];
  for (const [id, one] of isJsonObject(given) ? Object.entries(given) : []) {
    const reading = flowIn(one, ['called', id]);
    if ('flow' in reading) called.push([id, reading.flow]);
    else issues.push(...reading.issues);
  }
  const rest = PartsSchema.safeParse(Object.fromEntries(PARTS.map((name) => [name, json[name] ?? {}])));
  if (!rest.success) issues.push(...rest.error.issues.map(issueOf));
  if (!isJsonObject(given) || called.length > BOUNDS.parts)
    issues.push({ message: `“/called” is no list of at most ${BOUNDS.parts} flows.`, whatToDo: CORRECT });
  if (issues.length > 0 || !rest.success || !('flow' in main))
    return { issues: issues.slice(0, MOST_ISSUES) };
  return { content: { flow: main.flow, called: Object.fromEntries(called), ...rest.data } };
}

function flowIn(
  json: Json,
  at: readonly string[],
): { readonly flow: Flow } | { readonly issues: readonly FlowFileIssue[] } {
  const reading = readFlow(json);
  if ('flow' in reading) return reading;
  const where = at.length < 2 ? '' : `The flow “${short(at[1] ?? '')}”: `;
  return {
    issues: reading.issues.slice(0, MOST_ISSUES).map(({ message, place }) => {
      const step = place.node ?? place.edge;
      return {
        message: `${where}${step === undefined ? '' : `at “${short(step)}”: `}${message}`,
        whatToDo: CORRECT,
      };
    }),
  };
}

const CORRECT = 'Correct the file, or export it anew.';

function issueOf(issue: z.core.$ZodIssue): FlowFileIssue {
  const strange =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `“${short(key)}”`).join(', ') : '';
  const what = strange === '' ? issue.message : `it holds ${strange}, which means nothing here.`;
  return { message: `“${short(pointer(...issue.path.map(String)))}”: ${what}`, whatToDo: CORRECT };
}

/** What somebody made up may be as long as the file. */
function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)} …` : text;
}

function refusal(message: string, whatToDo: string): { readonly issues: readonly FlowFileIssue[] } {
  return { issues: [{ message, whatToDo }] };
}
