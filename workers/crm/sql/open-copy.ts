import { readFile, stat } from 'node:fs/promises';
import type { Database, SqlValue } from 'sql.js';

/** A database that was read into memory. Whatever is done to it, its file stays as it is. */
export interface SqlCopy {
  /** The rows that the statement answers, their values as texts, by the names it gives them. */
  rows(sql: string, values?: readonly (string | number)[]): readonly SqlRow[];
  /** Runs a statement that answers nothing. */
  run(sql: string, values?: readonly (string | number)[]): void;
  /** A function that statements may call: of two texts, the second of which may be missing. */
  define(name: string, answer: (first: string, second: string | null) => string): void;
  /** ISO 8601: when the file was written. */
  readonly asOf: string;
  close(): void;
}
export type SqlRow = { readonly [column: string]: string | null };

/** It is held in memory in whole. */
const MOST_BYTES = 1_000_000_000;
/** Where the header says how it is written: 1 is by a journal, 2 is ahead of the file, which a copy cannot do. */
const WRITE_VERSION = 18;
const READ_VERSION = 19;

/** Stamp of a file: another one, another content. */
export async function stampOf(path: string): Promise<string> {
  const { mtimeMs, size } = await stat(path);
  return `${mtimeMs} ${size}`;
}

/**
 * Reads a SQLite file. What stands in its write-ahead log is not seen before it is in the file. Rejects for a file that
 * is not there, is no database, or is too large.
 */
export async function openCopy(path: string): Promise<SqlCopy> {
  const { mtimeMs, size } = await stat(path);
  if (size > MOST_BYTES) throw new Error('The database is too large to be read into memory.');
  const [bytes, { default: initSqlJs }] = await Promise.all([readFile(path), import('sql.js')]);
  if (bytes[WRITE_VERSION] === 2) bytes[WRITE_VERSION] = 1;
  if (bytes[READ_VERSION] === 2) bytes[READ_VERSION] = 1;
  const { Database } = await initSqlJs();
  const database = new Database(bytes);
  database.exec('SELECT count(*) FROM sqlite_schema');
  return copyOf(database, new Date(mtimeMs).toISOString());
}

function copyOf(database: Database, asOf: string): SqlCopy {
  return {
    asOf,
    rows(sql, values = []) {
      const statement = database.prepare(sql, [...values]);
      try {
        const columns = statement.getColumnNames();
        const rows: SqlRow[] = [];
        while (statement.step()) {
          const row = statement.get();
          rows.push(Object.fromEntries(columns.map((column, place) => [column, textOf(row[place])])));
        }
        return rows;
      } finally {
        statement.free();
      }
    },
    run(sql, values = []) {
      database.run(sql, [...values]);
    },
    define(name, answer) {
      database.create_function(name, (first: SqlValue, second: SqlValue) =>
        answer(textOf(first) ?? '', textOf(second)),
      );
    },
    close() {
      database.close();
    },
  };
}

function textOf(value: SqlValue | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
