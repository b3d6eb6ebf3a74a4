/**
 * In a process of its own, where nothing else is let go of meanwhile: prints the bytes of heap that a compiled table of
 * so many rows (the argument) keeps for each row; what it was compiled from is not counted. Run with --expose-gc.
 */
import { compileTable } from '../../../definitions/decision/compile.ts';
import { givenOf, rulesOf, tableOf, TYPES } from './table.ts';

const rows = Number(process.argv[2]);
const table = tableOf(rulesOf(rows), 'first');
const given = givenOf(1_000);
compileTable(table, TYPES);

function used(): number {
  for (let i = 0; i < 3; i += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const before = used();
const compiled = compileTable(table, TYPES);
for (const one of given) compiled.evaluate(one, 0);
const bytes = used() - before;
if (compiled.problems.length > 0) throw new Error('The bench’s table has problems.');
process.stdout.write(`${Math.round(bytes / rows)}\n`);
