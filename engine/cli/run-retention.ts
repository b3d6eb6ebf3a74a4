import type { RetentionKind } from '../../definitions/model/retention.ts';
import { RetentionRunSchema, RetentionViewSchema } from '../api/retention.schema.ts';
import { askApi } from './ask-api.ts';
import { CallerProblem } from './caller-problem.ts';

const LOOK_MS = 500;
const FOR_EVER = 'forever';

interface Printing {
  readonly json?: true;
}

/** Prints the rule of each kind, and what the latest runs took away. */
export async function showRetention({ json }: Printing): Promise<void> {
  const view = await readView();
  if (json) return print(view);
  for (const { kind, what, days, by, at } of view.rules) {
    const kept = days === null ? 'for ever' : `${days} days`;
    const said = by === null || at === null ? 'nobody said otherwise' : `${by}, ${at.slice(0, 10)}`;
    process.stdout.write(`${kind.padEnd(18)}${kept.padEnd(12)}${what} (${said})\n`);
  }
  for (const run of view.runs) process.stdout.write(`${lineOf(run)}\n`);
}

/** Sets one rule; throws a CallerProblem for what is no number of days. */
export async function setRetention(
  kind: RetentionKind,
  text: string,
  { why, json }: Printing & { readonly why: string },
): Promise<void> {
  const days = text === FOR_EVER ? null : Number(text);
  if (days !== null && !Number.isInteger(days))
    throw new CallerProblem(
      'ill-formed',
      `'${text}' is no number of days`,
      `give whole days, or ${FOR_EVER}`,
    );
  const view = RetentionViewSchema.parse(await askApi('PUT', '/api/retention', { kind, days, why }));
  if (json) return print(view);
  process.stdout.write(`${kind}: kept ${days === null ? 'for ever' : `${days} days`}.\n`);
}

/** Takes away what is old now, and prints what that was once it is done. */
export async function runRetention({ json }: Printing): Promise<void> {
  const { id } = RetentionRunSchema.parse(await askApi('POST', '/api/retention/run'));
  for (;;) {
    const run = (await readView()).runs.find((one) => one.id === id);
    if (run !== undefined && run.endedAt !== null) {
      if (json) return print(run);
      process.stdout.write(`${lineOf(run)}\n`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function readView() {
  return RetentionViewSchema.parse(await askApi('GET', '/api/retention'));
}

function lineOf({ at, by, endedAt, taken }: ReturnType<typeof RetentionRunSchema.parse>): string {
  const counts = Object.entries(taken).map(([kind, count]) => `${kind} ${count}`);
  const what = counts.length === 0 ? 'nothing was old enough' : `taken away: ${counts.join(', ')}`;
  return `${at}, ${by}: ${endedAt === null ? 'under way, ' : ''}${what}`;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
