import type { DmnGraphReading } from '../../definitions/decision/dmn/read-graph.ts';
import type { Beside } from '../../definitions/decision/dmn/write-graph.ts';
import { lostRequirements } from '../../definitions/decision/lost-requirements.ts';
import type { TableIssue } from '../../definitions/decision/table-issue.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import {
  MOST_TABLE_FILE_BYTES,
  type TableFileKind,
  type TableRead,
  type TableWritten,
} from '../../definitions/model/views/table-file.ts';
import { tell } from '../shell/api.ts';
import { drawingWords } from '../shell/drawing-words.ts';

export const FILE_KINDS: readonly TableFileKind[] = ['xlsx', 'csv', 'dmn', 'json'];

/** What a file holds: a table if it can be read at all, and what is wrong with it. */
export interface ReadFile {
  readonly table: DecisionTable | null;
  readonly issues: readonly Pick<TableIssue, 'severity' | 'message' | 'place' | 'fix'>[];
  /** Of a DMN file: which of its tables this is, and what comes with it. */
  readonly graph?: Pick<DmnGraphReading, 'choices' | 'chosen' | 'together'>;
}

/**
 * Reads a table from a file; its ending says how, and `wanted` which of several decisions of a DMN file. DMN and JSON are read here; of sheets the API knows more: it unpacks
 * workbooks, and recognises the encodings that spreadsheets write CSV in.
 */
export async function readTableFile(file: File, wanted?: string): Promise<ReadFile> {
  const kind = FILE_KINDS.find((one) => file.name.toLowerCase().endsWith(`.${one}`));
  if (kind === undefined) return refused(drawingWords.decisions.files.other);
  if (file.size > MOST_TABLE_FILE_BYTES)
    return refused(drawingWords.decisions.files.tooLarge(MOST_TABLE_FILE_BYTES / 1_000_000));
  switch (kind) {
    case 'json': {
      const { readTableText } = await import('../../definitions/decision/json/read-table.ts');
      const { table, issues } = readTableText(await file.text());
      return { table, issues };
    }
    case 'dmn': {
      const { readDmnGraph } = await import('../../definitions/decision/dmn/read-graph.ts');
      const { alone, issues, ...graph } = await readDmnGraph(await file.text(), wanted);
      return { table: alone?.table ?? null, issues: alone?.issues ?? issues, graph };
    }
    case 'xlsx':
    case 'csv': {
      const content = base64Of(new Uint8Array(await file.arrayBuffer()));
      return tell<TableRead>('/tables/read', { kind, content });
    }
  }
}

/** A table as a file of a kind, or why it cannot be one; and what of it is lost there. In DMN, what it goes by comes along. */
export async function writeTableFile(
  table: DecisionTable,
  kind: TableFileKind,
  beside: Beside = {},
): Promise<{ readonly file: Blob | null; readonly issues: readonly TableIssue[] }> {
  switch (kind) {
    case 'json': {
      const { formatTable } = await import('../../definitions/decision/json/format-table.ts');
      return { file: new Blob([formatTable(table)], { type: 'application/json' }), issues: [] };
    }
    case 'csv': {
      const { csvText } = await import('../../definitions/decision/sheet/csv-text.ts');
      const { gridOf } = await import('../../definitions/decision/sheet/write-sheet.ts');
      return {
        file: new Blob([csvText(gridOf(table))], { type: 'text/csv' }),
        issues: lostRequirements(table),
      };
    }
    case 'dmn': {
      const { dmnOf } = await import('../../definitions/decision/dmn/write-graph.ts');
      const written = await dmnOf(table, beside);
      if ('refusal' in written) return { file: null, issues: [written.refusal] };
      return { file: new Blob([written.xml], { type: 'application/xml' }), issues: written.issues };
    }
    case 'xlsx': {
      const { content } = await tell<TableWritten>('/tables/write', { table });
      return { file: new Blob([bytesOf(content)], { type: WORKBOOK }), issues: lostRequirements(table) };
    }
  }
}

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function refused(message: string): ReadFile {
  return { table: null, issues: [{ severity: 'error', message, place: {} }] };
}

const CHUNK = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
