import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';

const WebhookSetting = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  secret: z.string().min(16),
  /** The channel of this name is answered by posting here; its kind. */
  repliesFor: z.enum(['tweet', 'blog', 'forum', 'email', 'phone', 'shop', 'chat', 'webhook']).optional(),
});
export type WebhookSetting = z.infer<typeof WebhookSetting>;

const JsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

/** What a worker reads from its environment. */
const WorkerEnvironment = z.object({
  MONGODB_URI: z.string().min(1),
  EARSHOT_DATABASE: z.string().min(1).default('earshot'),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('earshot'),
  EARSHOT_TASK_QUEUE: z.string().min(1).default('earshot'),
  /** Folder with a folder for each customer system: of CSV files, or with a `crm.json`. */
  EARSHOT_CRM_FOLDER: z.string().min(1).optional(),
  /** Set where a sample day can be started: the folder of its customer systems. */
  EARSHOT_SAMPLE_CRM: z.string().min(1).optional(),
  /** Folder of recorded histories that a new build must replay before it is made current. */
  EARSHOT_HISTORIES: z.string().min(1).optional(),
  /** JSON: webhook targets by name, each { url, secret, repliesFor? }. */
  EARSHOT_WEBHOOKS: JsonText.pipe(z.record(z.string(), WebhookSetting)).default({}),
  EARSHOT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('warn'),
});
export type WorkerEnvironment = z.infer<typeof WorkerEnvironment>;

/** Reads it; throws one sentence that names every variable that is wrong. */
export function readEnvironment(environment: NodeJS.ProcessEnv): WorkerEnvironment {
  const read = WorkerEnvironment.safeParse(environment);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new CannotStart(`The worker cannot start: set ${wrong} in its environment.`);
}
