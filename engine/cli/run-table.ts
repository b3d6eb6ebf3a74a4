import { compileTable } from '../../definitions/decision/compile.ts';
import { givenTo } from '../../definitions/decision/check-table.ts';
import { explainTable } from '../../definitions/decision/explain.ts';
import { inputsIn } from './decision-inputs.ts';
import { explanationLines } from './explanation-lines.ts';
import { inBrackets, rowNames, usableTables } from './usable-tables.ts';

/** Prints what a table comes to, and by which rows; exit code 1 if a cell has an error or its hit policy is broken. */
export async function runTable(
  file: string,
  { input, now, explain, json }: { input: string; now: number; explain: boolean; json: boolean },
): Promise<void> {
  const {
    tables: [read],
  } = await usableTables(file);
  const { table, placesOf } = read;
  const types = givenTo(table);
  const compiled = compileTable(table, types);
  const warnings = new Set<string>();
  const given = inputsIn(input, Object.keys(types));
  const { value, rows, error } = compiled.evaluate(given, now, (warning) => void warnings.add(warning));
  const problems = compiled.problems.filter(({ severity }) => severity === 'error');
  const places = placesOf([...rows.map((row) => ({ part: 'when' as const, row })), ...problems]);
  const hits = rows.map((row, i) => ({ row, place: places[i] ?? {} }));
  const found = problems.map(({ message }, i) => ({ message, place: places[rows.length + i] ?? {} }));
  const nameOf = rowNames(read);
  const told = error ?? null;
  const explained = explain ? explainTable(table, types, given, now).rows : undefined;
  if (json)
    process.stdout.write(
      `${JSON.stringify({ table: table.name, value, rows: hits, error: told, problems: found, warnings: [...warnings], ...(explained && { explained }) })}\n`,
    );
  else
    process.stdout.write(
      [
        `${table.name}: ${JSON.stringify(value)}`,
        hits.length === 0
          ? 'no row hits'
          : `by ${rows.map((row) => nameOf(table.rows.findIndex(({ id }) => id === row))).join(', ')}`,
        ...(explained === undefined
          ? []
          : explanationLines(
              explained,
              (_, place) => nameOf(place),
              (input) => table.inputs.find(({ id }) => id === input)?.name ?? input,
            )),
        ...(told === null ? [] : [`error: ${told}, which the hit policy “${table.hitPolicy}” forbids`]),
        ...found.map(({ message, place }) => `error${inBrackets(place)}: ${message}`),
        ...[...warnings].map((warning) => `note: ${warning}`),
        '',
      ].join('\n'),
    );
  if (told !== null || found.length > 0) process.exitCode = 1;
}
