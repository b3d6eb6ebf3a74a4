import { shippedActivities } from './activities/shipped.ts';
import { CannotStart } from './cannot-start.ts';
import { runWorker } from './host/run-worker.ts';

try {
  await runWorker(shippedActivities);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  // The last line of the log is what Earshot says of a worker that did not start.
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
