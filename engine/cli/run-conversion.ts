import { FORMATS, formatOf, readTableFile } from '../tables/table-file.ts';
import { writeTableFile } from '../tables/write-table-file.ts';
import { CallerProblem } from './caller-problem.ts';
import { isBpmnFile } from './bpmn-file.ts';
import { refuseToOverwrite } from './refuse-to-overwrite.ts';
import { tableIssueLine } from './table-issue-line.ts';

/** Writes the table or flow of one file into another, and tells what of it the other cannot say. */
export async function runConversion(
  from: string,
  to: string,
  { decision, force, json }: { decision?: string; force?: true; json?: true },
): Promise<void> {
  if (isBpmnFile(from) || isBpmnFile(to))
    return (await import('./run-flow-conversion.ts')).runFlowConversion(from, to, { force, json });
  const format = formatOf(to);
  if (format === undefined)
    throw new CallerProblem(
      'no such format',
      `A table cannot be kept in ${to}`,
      `end its name in ${FORMATS.map((one) => `.${one}`).join(', ')}`,
    );
  refuseToOverwrite(to, force);
  const { tables, issues } = await readTableFile(from, decision);
  const [first, ...others] = tables;
  if (others.length > 0) {
    const names = tables.slice(0, 10).map(({ table }) => `“${table.name}”`);
    throw new CallerProblem(
      'several tables',
      `${from} holds ${tables.length} tables`,
      `say with --decision which of ${names.join(', ')}`,
    );
  }
  const isWhole = issues.every(({ severity }) => severity !== 'error');
  const lost = isWhole && first !== undefined ? await writeTableFile(to, format, first.table) : [];
  const isWritten = isWhole && first !== undefined && lost.every(({ severity }) => severity !== 'error');
  if (json === true)
    process.stdout.write(`${JSON.stringify({ written: isWritten, issues: [...issues, ...lost] })}\n`);
  else {
    process.stderr.write(
      [
        ...issues.map((issue) => tableIssueLine(from, issue)),
        ...lost.map((issue) => tableIssueLine(to, issue)),
      ].join(''),
    );
    if (isWritten)
      process.stdout.write(`${first.table.name}: ${first.table.rows.length} rows written into ${to}.\n`);
    else process.stderr.write('Nothing was written.\n');
  }
  if (!isWritten) process.exitCode = 1;
}
