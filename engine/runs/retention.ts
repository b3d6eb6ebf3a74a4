import {
  Client,
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  WorkflowExecutionAlreadyStartedError,
  type Connection,
} from '@temporalio/client';
import { EARSHOT } from '../../definitions/model/act.ts';
import { RETENTION_WORKFLOW, type RetentionStart } from '../workflows/retention-messages.ts';

const SCHEDULE = 'retention';

/** At night in most of Europe and America's evening; an odd minute, when nothing else begins. */
const DAILY = { hour: 3, minute: 17 } as const;

/** Begins to take away now what is older than it is kept. Twice under one id is once. */
export async function startRetention(
  client: Client,
  run: { readonly id: string; readonly by: string; readonly taskQueue: string },
): Promise<void> {
  const start: RetentionStart = { by: run.by };
  try {
    await client.workflow.start(RETENTION_WORKFLOW, {
      workflowId: run.id,
      taskQueue: run.taskQueue,
      args: [start],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Sees to it that once a day what is older than it is kept is taken away. Twice is once. */
export async function ensureRetention(options: {
  readonly connection: Connection;
  readonly namespace: string;
  readonly taskQueue: string;
}): Promise<void> {
  const { connection, namespace, taskQueue } = options;
  const start: RetentionStart = { by: EARSHOT };
  try {
    await new Client({ connection, namespace }).schedule.create({
      scheduleId: SCHEDULE,
      spec: { calendars: [DAILY] },
      action: {
        type: 'startWorkflow',
        workflowType: RETENTION_WORKFLOW,
        workflowId: SCHEDULE,
        taskQueue,
        args: [start],
      },
      // A machine that was off takes away what it missed once, not once for each day.
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '2 days' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
