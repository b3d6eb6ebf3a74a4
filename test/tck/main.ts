/** `npm run -s tck -- --dir DIR --json`: how much of the DMN Technology Compatibility Kit's folder DIR passes. */
import { parseArgs } from 'node:util';
import { runTck } from './run-folder.ts';

const { values } = parseArgs({
  options: { dir: { type: 'string' }, json: { type: 'boolean', default: false } },
});
if (values.dir === undefined) {
  process.stderr.write('Say where the kit is: --dir DIR\n');
  process.exit(2);
}
const report = await runTck(values.dir);
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  for (const { group, case: id, result, why } of report.failures)
    process.stdout.write(`${group} ${id} ${result}: ${why}\n`);
  process.stdout.write(`${report.passed} of ${report.cases} cases in ${report.groups} groups pass\n`);
}
process.exitCode = report.failed === 0 ? 0 : 1;
