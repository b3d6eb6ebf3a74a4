import { shippedActivities } from '../../../workers/activities/shipped.ts';
import { runWorker } from '../../../workers/host/run-worker.ts';
import { tellNetwork } from './tell-network.ts';

await runWorker([...shippedActivities, tellNetwork]);
