import { shippedActivities } from './activities/shipped.ts';
import { runWorker } from './host/run-worker.ts';

await runWorker(shippedActivities);
