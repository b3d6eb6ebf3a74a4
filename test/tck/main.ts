/**
 * `npm run -s tck -- --dir DIR --json`: how much of the DMN Technology Compatibility Kit's folder DIR passes. Cases that
 * need functions of other languages have failed, unless `--scope tables` leaves them out; they are named either way.
 */
import { parseArgs } from 'node:util';
import { runTck } from './run-folder.ts';

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    scope: { type: 'string', default: 'all' },
    json: { type: 'boolean', default: false },
  },
});
if (values.dir === undefined) {
  process.stderr.write('Say where the kit is: --dir DIR\n');
  process.exit(2);
}
const scope = values.scope;
if (scope !== 'all' && scope !== 'tables') {
  process.stderr.write('The scope is all or tables: --scope tables\n');
  process.exit(2);
}
const report = await runTck(values.dir, scope);
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  for (const { group, case: id, result, why } of report.failures)
    process.stdout.write(`${group} ${id} ${result}: ${why}\n`);
  for (const { group, case: id, reason } of report.leftOut)
    process.stdout.write(`${group} ${id} is ${scope === 'tables' ? 'left out' : 'failed'}: ${reason}\n`);
  process.stdout.write(`${report.passed} of ${report.cases} cases in ${report.groups} groups pass\n`);
}
process.exitCode = report.failed === 0 ? 0 : 1;
