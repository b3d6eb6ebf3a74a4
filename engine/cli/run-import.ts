import { nanoid } from 'nanoid';
import { homeFolder } from '../local/folders.ts';
import { createApiClient, targetOf } from './api-client.ts';
import type { ApiClient } from './api-client.ts';
import { CallerProblem } from './caller-problem.ts';
import { bytesOf } from './read-file.ts';
import { FieldMapSchema } from './import/field-map.schema.ts';
import { FORMAT } from './import/formats.ts';
import type { Format } from './import/format-names.ts';
import { importFile } from './import/import-file.ts';
import type { FieldMap } from './import/read-file.ts';
import { writeReport } from './import/report-file.ts';
import { importMeter } from './import-meter.ts';

export interface ImportOptions {
  readonly format: Format;
  readonly channel: string;
  readonly map?: string;
  readonly brand?: string;
  readonly own: readonly string[];
  readonly encoding?: string;
  readonly report?: string;
  readonly importId?: string;
  readonly wait?: true;
  readonly json?: true;
}

/** Problems of a file that was not even read. */
const UNREAD = new Set(['no text', 'no encoding', 'no such column']);
/** How long a restart of Earshot, or cases that do not move, are borne. */
const PATIENCE_MS = 10 * 60_000;

/** Brings a file in, and says what came of it; it goes on under the same id where it was interrupted. */
export async function runImport(file: string, flags: ImportOptions): Promise<void> {
  const importId = flags.importId ?? nanoid();
  const bytes = bytesOf(file);
  const map = flags.map === undefined ? null : readMap(flags.map);
  const meter = importMeter(process.stderr);
  const api = createApiClient({
    target: targetOf(homeFolder(process.env), process.env),
    notice: meter.notice,
    patienceMs: PATIENCE_MS,
  });
  await declareChannel(api, flags.channel, flags.format);
  try {
    const { summary, rejected } = await importFile(bytes, api, {
      format: flags.format,
      channel: flags.channel,
      brand: flags.brand ?? null,
      own: flags.own.map((address) => address.toLowerCase()),
      encoding: flags.encoding ?? null,
      map,
      importId,
      waitMs: flags.wait ? PATIENCE_MS : null,
      onSent: meter.sent,
      onSettling: meter.settling,
    });
    meter.end();
    const report = writeReport(file, rejected, flags.report);
    if (summary.read === 0) process.stderr.write(`${file} holds nothing that could be brought in.\n`);
    if (report) {
      const rows = rejected.length === 1 ? '1 row' : `${rejected.length} rows`;
      process.stderr.write(`${rows} did not go in; ${report} tells why.\n`);
    }
    const lines = Object.entries(summary).map(([name, count]) => `${name.padEnd(14)}${count}`);
    process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : `${lines.join('\n')}\n`);
    if (summary.lost > 0) process.exitCode = 1;
  } catch (problem) {
    meter.end();
    // What was wrong with the file was found before anything was handed over.
    if (!(problem instanceof CallerProblem && UNREAD.has(problem.code)))
      process.stderr.write(`The import is not through; --import-id ${importId} goes on with it.\n`);
    throw problem;
  }
}

/** A channel that Earshot does not know yet gets the kind this format usually comes from. */
async function declareChannel(api: ApiClient, channel: string, format: Format): Promise<void> {
  const { body, problem } = await api.request('GET', '/api/channels');
  const known =
    Array.isArray(body) &&
    body.some(
      (row: unknown) => typeof row === 'object' && row !== null && 'name' in row && row.name === channel,
    );
  if (problem || known) return;
  const answer = await api.request('PUT', `/api/channels/${encodeURIComponent(channel)}`, {
    kind: FORMAT[format].kind,
  });
  if (answer.problem)
    throw new CallerProblem(
      'refused',
      `The channel '${channel}' cannot be used (${answer.problem.detail})`,
      'choose another name',
    );
}

function readMap(file: string): FieldMap {
  const bytes = bytesOf(file);
  try {
    return FieldMapSchema.parse(JSON.parse(bytes.toString()));
  } catch (error) {
    throw new CallerProblem(
      'no map',
      `${file} is no map of fields (${error instanceof Error ? error.message : String(error)})`,
      'write { "text": "column", … }',
    );
  }
}
