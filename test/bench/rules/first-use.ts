/**
 * In a process of its own, as cold as a worker that meets a revision for the first time: prints the milliseconds from
 * the text that the codec gives to the first decision of a table of 5,000 rows.
 */
import { linkPlannedTable } from '../../../definitions/decision/compile.ts';
import { planTable, type PlannedTable } from '../../../definitions/decision/plan-table.ts';
import { givenOf, rulesOf, tableOf, TYPES } from './table.ts';

const table = tableOf(rulesOf(5_000), 'first');
const text = JSON.stringify(planTable(table, TYPES));
const [given] = givenOf(1);

const begun = performance.now();
const planned: PlannedTable = JSON.parse(text);
const { rows } = linkPlannedTable(table, planned).evaluate(given ?? {}, 0);
const passedMs = performance.now() - begun;
if (rows.length !== 1) throw new Error('The first decision hit no row.');
process.stdout.write(`${Math.round(passedMs * 10) / 10}\n`);
