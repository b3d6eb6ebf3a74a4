import type { z } from 'zod';
import { BOUNDS } from '../../flow/bounds.ts';
import { nestsAtMost } from '../../flow/json-depth.ts';
import { losesMember, UNKEPT_NAME } from '../../flow/json-members.ts';
import { jsonPlaces, placeAt } from '../../flow/json-place.ts';
import type { TablePlace } from '../problem.ts';
import type { TableFilePlace, TableIssue } from '../table-issue.ts';
import { DecisionTableSchema } from '../table.schema.ts';
import type { DecisionTable } from '../table.ts';

export interface TableTextReading {
  readonly table: DecisionTable | null;
  readonly issues: readonly TableIssue[];
  /** Where in the text those parts of the table stand. */
  placesOf(places: readonly TablePlace[]): readonly TableFilePlace[];
}

const MOST_ISSUES = 200;

/** Reads a table's JSON, as `formatTable` writes it or laid out otherwise. Throws nothing. */
export function readTableText(text: string): TableTextReading {
  const plain = text.replace(/^\uFEFF/, '');
  const parsed = parse(plain);
  if ('issue' in parsed) return none([parsed.issue]);
  const { json } = parsed;
  const many = rowsIn(json);
  if (many > BOUNDS.tableRows)
    return none([
      fault(
        'too large',
        `The table has ${many} rows; it may have ${BOUNDS.tableRows}.`,
        'Take several tables',
        placeAt(plain, 0),
      ),
    ]);
  if (!nestsAtMost(json, BOUNDS.depth))
    return none([
      fault(
        'ill-formed',
        `Lists and objects nest deeper than ${BOUNDS.depth} levels.`,
        'Take a simpler type',
        placeAt(plain, 0),
      ),
    ]);
  if (losesMember(json))
    return none([
      fault(
        'ill-formed',
        `Nothing can be called “${UNKEPT_NAME}”: it would be lost.`,
        'Give it another name',
        placeAt(plain, Math.max(0, plain.indexOf(UNKEPT_NAME))),
      ),
    ]);
  const checked = DecisionTableSchema.safeParse(json);
  if (!checked.success) return none(issuesOf(plain, checked.error));
  const table = checked.data;
  return { table, issues: [], placesOf: (places) => placesIn(plain, table, places) };
}

function parse(text: string): { readonly json: unknown } | { readonly issue: TableIssue } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const at = /position (\d+)/.exec(said)?.[1];
    const place = placeAt(text, at === undefined ? text.length : Number(at));
    const message = text.trim() === '' ? 'The file is empty.' : 'Here it is no JSON any more.';
    return {
      issue: {
        ...fault(
          'unreadable file',
          message,
          'Look for a quote, comma or bracket that is missing or too much',
        ),
        place,
      },
    };
  }
}

function issuesOf(text: string, { issues }: z.ZodError): TableIssue[] {
  const told = issues.slice(0, MOST_ISSUES);
  const paths = told.map(({ path }) => path);
  const places = jsonPlaces(text, paths);
  const above = jsonPlaces(
    text,
    paths.map((path) => path.slice(0, -1)),
  );
  return told.map((issue, i) => {
    const what = issue.path.length === 0 ? 'The table' : `“${issue.path.map(String).join('/')}”`;
    const strange = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `“${key}”`).join(', ') : '';
    return {
      ...(strange === ''
        ? fault('ill-formed', `${what}: ${issue.message}.`, 'Write it as `earshot convert` writes a table')
        : fault('ill-formed', `${what} holds ${strange}, which means nothing here.`, `Take ${strange} out`)),
      place: places[i] ?? above[i] ?? {},
    };
  });
}

function placesIn(
  text: string,
  { inputs, outputs, rows }: DecisionTable,
  places: readonly TablePlace[],
): readonly TableFilePlace[] {
  const indexOf = (all: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
    new Map(all.map(({ id }, index) => [id, index]));
  const [rowAt, inputAt, outputAt] = [indexOf(rows), indexOf(inputs), indexOf(outputs)];
  const paths = places.map(({ part, row, column = '' }): (string | number)[] => {
    const input = inputAt.get(column);
    const output = outputAt.get(column);
    const at = row === undefined ? undefined : rowAt.get(row);
    if (at !== undefined) {
      if (part === 'when' && input !== undefined) return ['rows', at, 'when', input];
      return part === 'then' && output !== undefined ? ['rows', at, 'then', output] : ['rows', at];
    }
    if (output !== undefined)
      return part === 'default' ? ['outputs', output, 'default'] : ['outputs', output];
    return input === undefined ? [] : ['inputs', input];
  });
  return jsonPlaces(text, paths).map((place) => place ?? {});
}

function rowsIn(json: unknown): number {
  const rows = typeof json === 'object' && json !== null && 'rows' in json ? json.rows : [];
  return Array.isArray(rows) ? rows.length : 0;
}

function fault(
  code: TableIssue['code'],
  message: string,
  title: string,
  place: TableFilePlace = {},
): TableIssue {
  return { code, severity: 'error', place, message, fix: { title } };
}

function none(issues: readonly TableIssue[]): TableTextReading {
  return { table: null, issues, placesOf: (places) => places.map(() => ({})) };
}
