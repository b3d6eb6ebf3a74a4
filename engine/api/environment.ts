import { z } from 'zod';

const LOOPBACK = '127.0.0.1';

/** What the API reads from its environment. */
const ApiEnvironmentSchema = z.object({
  EARSHOT_PORT: z.coerce.number().int().min(0).max(65_535).default(4444),
  EARSHOT_HOST: z
    .literal(
      LOOPBACK,
      `Earshot listens on ${LOOPBACK} alone until sign-in is configured: unset EARSHOT_HOST, or put a proxy with a sign-in of its own before it`,
    )
    .default(LOOPBACK),
  EARSHOT_SECRET_FILE: z.string().min(1, 'name the file that holds the sign-in secret'),
  EARSHOT_PAGES: z.string().min(1).optional(),
  EARSHOT_DATABASE: z.string().min(1).default('earshot'),
  EARSHOT_TASK_QUEUE: z.string().min(1).default('earshot'),
  /**
   * Set on a machine of one's own: a sample day can be started there, its customer systems kept in this folder, and
   * an admin may work as others.
   */
  EARSHOT_SAMPLE_CRM: z.string().min(1).optional(),
  /** Story seconds per second when a sample day starts. */
  EARSHOT_SAMPLE_SCALE: z.coerce.number().positive().optional(),
  /** 'on': whoever publishes needs the approval of another person. */
  EARSHOT_APPROVAL: z.enum(['on', 'off'], "say 'on' or 'off'").default('off'),
  /** Where Temporal's own pages are; engineers get a link to them at each case. */
  EARSHOT_TEMPORAL_UI: z.url({ protocol: /^https?$/ }).optional(),
  /** The data folder on a machine of one's own; its logs are named to engineers. */
  EARSHOT_HOME: z.string().min(1).optional(),
  EARSHOT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  MONGODB_URI: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('earshot'),
});
export type ApiEnvironment = z.infer<typeof ApiEnvironmentSchema>;

/** Reads it; throws one sentence that says what to set. */
export function readEnvironment(environment: NodeJS.ProcessEnv): ApiEnvironment {
  const read = ApiEnvironmentSchema.safeParse(environment);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new Error(
    `The API cannot start: ${first?.path.join('.') ?? 'its environment'}: ${first?.message ?? 'wrong'}.`,
  );
}
