import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { csvField } from '../../../definitions/decision/sheet/csv-text.ts';
import type { RecordList } from '../../identity/matching/column.ts';
import { FIELD_KINDS } from '../../identity/matching/field-kind.ts';
import { matchRecords } from '../../identity/matching/match.ts';
import { qualityOf } from '../../identity/matching/quality.ts';
import { CallerProblem } from '../caller-problem.ts';
import { readJson } from '../read-drawing.ts';
import { refuseToOverwrite } from '../refuse-to-overwrite.ts';
import { MatchFieldMapSchema, type MatchFieldMap } from './field-map.schema.ts';
import { matchColumns, type ComparedColumns, type MatchColumns } from './match-columns.ts';
import { matchLines } from './match-lines.ts';
import type { MatchReport } from './match-report.ts';
import { openRecordFile, type RecordFile } from './record-file.ts';
import { readTruth, truthAbout } from './truth.ts';

export interface MatchCommandOptions {
  readonly left?: string;
  readonly right?: string;
  readonly dedupe?: string;
  readonly fields?: string;
  readonly out?: string;
  readonly link: string;
  readonly review: string;
  readonly many?: true;
  readonly truth?: string;
  readonly explain?: true;
  readonly encoding?: string;
  readonly force?: true;
  readonly json?: true;
}

/** Below this chance a pair is not spoken of, whatever is asked for. */
const LEAST = 0.001;
/** So many pairs are explained at most. */
const MOST_EXPLAINED = 10_000;

/** Finds the records of one person in two files, or in one; writes the pairs, and says how they were found. */
export async function runMatch(options: MatchCommandOptions): Promise<void> {
  const thresholds = { link: chanceOf(options.link, '--link'), review: chanceOf(options.review, '--review') };
  if (thresholds.review > thresholds.link)
    throw new CallerProblem(
      'no thresholds',
      'What is linked would not even be reviewed',
      'choose --review below --link',
    );
  if (options.out !== undefined) refuseOut(options.out, options.force);
  const [leftFile, rightFile] = filesOf(options);
  const encoding = options.encoding ?? null;
  const map = options.fields === undefined ? null : readMap(options.fields);
  const given =
    options.truth === undefined ? null : { file: options.truth, truth: readTruth(options.truth, encoding) };
  const ofLeft = openRecordFile(leftFile, encoding);
  const ofRight = rightFile === null ? null : openRecordFile(rightFile, encoding);
  const columns = matchColumns(ofLeft.columns, (ofRight ?? ofLeft).columns, map);
  const left = ofLeft.read(columnsRead(columns, 'left'));
  const right = ofRight?.read(columnsRead(columns, 'right')) ?? null;
  const ids = {
    left: idsOf(left, columns.id.left),
    right: right === null ? null : idsOf(right, columns.id.right),
  };
  const truth = given === null ? null : truthAbout(given.truth, ids, given.file);
  const startedAt = Date.now();
  const matches = matchRecords({
    fields: columns.fields.map(({ kind }) => ({ name: kind, kind })),
    left: listOf(left, columns.fields, 'left'),
    right: right === null ? null : listOf(right, columns.fields, 'right'),
    least: Math.min(LEAST, thresholds.review),
    isManyToMany: options.many === true,
    onProgress: (pairs) => process.stderr.write(`${pairs.toLocaleString('en')} pairs compared\n`),
  });
  const named = matches.pairs.map((pair) => ({
    ...pair,
    leftId: ids.left[pair.left] ?? '',
    rightId: (ids.right ?? ids.left)[pair.right] ?? '',
    decision:
      pair.probability >= thresholds.link && !pair.isHousehold ? ('link' as const) : ('review' as const),
  }));
  const told = named.filter(({ probability }) => probability >= thresholds.review);
  if (options.out !== undefined) {
    const lines = told.map(
      ({ leftId, rightId, probability, decision }) =>
        `${csvField(leftId)},${csvField(rightId)},${probability.toFixed(6)},${decision}\n`,
    );
    writeOut(options.out, `left_id,right_id,probability,decision\n${lines.join('')}`);
  }
  const found = named.map(({ leftId, rightId, probability }) => ({
    left: leftId,
    right: rightId,
    probability,
  }));
  const linked = found.filter((_, at) => named[at]?.decision === 'link');
  const report: MatchReport = {
    id: columns.id,
    unread: matches.unread,
    records: { left: left.size, right: right?.size ?? null },
    fields: columns.fields,
    unused: columns.unused,
    leftOut: { left: left.leftOut, right: right?.leftOut ?? [] },
    keys: matches.blocking.keys.map(({ key, pairs: brought }) => ({ key: key.name, pairs: brought })),
    refusedKeys: matches.blocking.refused,
    largeBlocks: matches.blocking.largeBlocks,
    compared: matches.compared,
    thresholds,
    link: told.filter(({ decision }) => decision === 'link').length,
    review: told.filter(({ decision }) => decision === 'review').length,
    seconds: (Date.now() - startedAt) / 1_000,
    model: matches.model,
    ...(truth === null
      ? {}
      : {
          quality: qualityOf(found, truth, ids, [thresholds.link, thresholds.review]),
          linked: qualityOf(linked, truth, ids, [0]).at[0],
        }),
    ...(options.explain !== true
      ? {}
      : {
          explained: told.slice(0, MOST_EXPLAINED).map((pair) => ({
            left_id: pair.leftId,
            right_id: pair.rightId,
            decision: pair.decision,
            ...matches.explain(pair),
          })),
        }),
  };
  process.stdout.write(
    options.json === true ? `${JSON.stringify(report)}\n` : matchLines(report).join('\n') + '\n',
  );
}

/** Before anything is worked out: what cannot be written need not be. */
function refuseOut(file: string, force: true | undefined): void {
  const folder = dirname(file);
  const isFolder = existsSync(file) && statSync(file).isDirectory();
  if (isFolder || !existsSync(folder))
    throw new CallerProblem(
      'no file',
      isFolder ? `${file} is a folder` : `There is no folder ${folder}`,
      'name a file that can be written',
    );
  refuseToOverwrite(file, force);
}

function writeOut(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CallerProblem('no file', `${file} cannot be written (${why})`, 'name another file');
  }
}

function filesOf({ left, right, dedupe }: MatchCommandOptions): readonly [string, string | null] {
  if (dedupe !== undefined && left === undefined && right === undefined) return [dedupe, null];
  if (dedupe === undefined && left !== undefined && right !== undefined) return [left, right];
  throw new CallerProblem(
    'no files',
    'Nobody can tell what is to be matched',
    'give --left and --right, or --dedupe alone',
  );
}

function chanceOf(text: string, option: string): number {
  const chance = Number(text);
  if (text.trim() === '' || !(chance >= 0 && chance <= 1))
    throw new CallerProblem('no chance', `${option} ${text} is no chance`, 'give a number from 0 to 1');
  return chance;
}

function readMap(file: string): MatchFieldMap {
  const read = MatchFieldMapSchema.safeParse(readJson(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at “${issue.path.join('/')}”`;
  throw new CallerProblem(
    'no map',
    `${file} is no map of fields${where}`,
    `write { "family name": "column", … }; the fields are id, ${FIELD_KINDS.join(', ')}`,
  );
}

function columnsRead({ id, fields }: MatchColumns, side: 'left' | 'right'): readonly string[] {
  return [...new Set([id[side], ...fields.flatMap((field) => field[side])])];
}

function idsOf(file: RecordFile, column: string): readonly string[] {
  return file.cells(column).map((id) => id.trim());
}

function listOf(file: RecordFile, fields: readonly ComparedColumns[], side: 'left' | 'right'): RecordList {
  const cellsOf = (columns: readonly string[]): readonly string[] => {
    const [first = [], ...rest] = columns.map((column) => file.cells(column));
    if (rest.length === 0) return first;
    return first.map((cell, at) => [cell, ...rest.map((cells) => cells[at] ?? '')].join(' '));
  };
  return { size: file.size, columns: fields.map((field) => cellsOf(field[side])) };
}
