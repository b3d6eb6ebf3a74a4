/** `npm run -s earshot -- COMMAND`: what a fresh clone needs first, then engine/cli/main.ts in this same process. */
import { ensurePackages, nodeTooOld } from '../local/packages.mjs';

const tooOld = nodeTooOld();
if (tooOld) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(1);
}
try {
  await ensurePackages();
} catch (problem) {
  process.stderr.write(`${problem.message}\n`);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
