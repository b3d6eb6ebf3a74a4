import type { Customer, LinkReason } from '../../../definitions/model/customer.ts';
import type { Evidence } from '../../../engine/identity/certain-match.ts';
import { ActivityProblem } from '../../sdk/activity-problem.ts';
import type { ActivityContext } from '../../sdk/context.ts';
import type { Crm, CrmQuestion, CrmRecord } from '../../sdk/crm.ts';
import { CrmProblem } from '../../sdk/crm/crm-problem.ts';
import { tryNow } from '../../sdk/try-now.ts';

/** Within the time that the step has. */
const PATIENCE_MS = 1_500;
/** So often a customer system is asked anew before the case goes on without what it knows: some two minutes. */
const PATIENT_TRIES = 8;

/**
 * Asks all CRMs and keeps what they say; their records are only ever copied. One that does not answer is asked again for
 * some minutes, then the case goes on without it: what it said before still counts, and the card says how old that is.
 */
export async function askCrms(
  context: ActivityContext,
  questions: readonly CrmQuestion[],
  how: LinkReason,
): Promise<readonly Evidence[]> {
  const answers = await Promise.all(
    questions.flatMap((question) => context.crms.map((crm) => askOne(context, crm, question))),
  );
  const customers: Customer[] = [];
  for (const record of answers.flat()) customers.push(await context.store.customers.upsert(record));
  return customers.map((customer) => ({ how, customer }));
}

async function askOne(
  context: ActivityContext,
  crm: Crm,
  question: CrmQuestion,
): Promise<readonly CrmRecord[]> {
  const { store, call } = context;
  try {
    const records = await crm.lookUp(question, { withinMs: PATIENCE_MS });
    await store.crmStates.note(crm.name, null);
    return records;
  } catch (error) {
    if (!(error instanceof CrmProblem)) throw error;
    // Somebody has to put the record right over there; to go on would make a customer a stranger.
    if (error.kind === 'unreadable record')
      throw new ActivityProblem('customer record unreadable', { retry: false, happened: 'no' });
    await store.crmStates.note(crm.name, error.kind);
    if (error.retry && (tryNow(call)?.attempt ?? 1) < PATIENT_TRIES)
      throw new ActivityProblem('customer system unavailable', { retry: true, happened: 'no' });
    return [];
  }
}
