import { leadRunOn } from '../../runs/lead-run-on.ts';
import type { StuckRun } from '../../store/incidents.ts';
import { repairCrm } from '../crm-copy.ts';
import type { CastPerson } from '../cast.schema.ts';
import type { Stuck } from '../script.schema.ts';
import { actorOf } from './actor.ts';
import { dialogueOf, type Told } from './told.ts';

const MOST = 100;
/** Where the story's broken record holds a case up. */
const BROKEN_RECORD = 'customer record unreadable';

/** Leads on what is stuck: as the script says, or as `otherwise` does. Answers the cases that wait for the visitor alone. */
export async function leadStuckRunsOn(told: Told): Promise<ReadonlySet<string>> {
  const withVisitor = new Set<string>();
  const { items } = await told.store.incidents.open({}, { limit: MOST });
  for (const stuck of items) {
    if (stuck.fromOutside) continue;
    const scripted = dialogueOf(told, stuck.caseId)?.stuck;
    const isForeseen = stuck.code === BROKEN_RECORD && scripted !== undefined;
    if (!isForeseen) await leadOnOtherwise(told, stuck);
    else if (await leadOnAsWritten(told, stuck, scripted)) withVisitor.add(stuck.caseId);
  }
  return withVisitor;
}

/** Whether somebody skipped or gave up where the case was stuck: then its customer has nothing more to say. */
export async function wasGivenUp({ store }: Told, caseId: string): Promise<boolean> {
  const { items } = await store.audit.list({ act: 'led a stuck run on', caseId });
  return items.some(({ detail }) => {
    const { resolution } = detail;
    if (typeof resolution !== 'object' || resolution === null || !('way' in resolution)) return false;
    return resolution['way'] === 'skip' || resolution['way'] === 'cancel';
  });
}

/**
 * Both times count from when it got stuck first: who tries before the record is in order is stuck again. Answers
 * whether all that is left to do is the visitor's.
 */
async function leadOnAsWritten(told: Told, stuck: StuckRun, { repair, again }: Stuck): Promise<boolean> {
  const { errands, now } = told;
  const firstAt = Date.parse((await before(told, stuck))[0]?.at ?? stuck.at);
  if (firstAt + repair.after > now()) return false;
  errands.once(`repair ${stuck.caseId}`, () => repairCrm(told.crmFolder, repair));
  const from = again.forVisitor === true ? told.visitorAnswersSince() : firstAt;
  if (from === null) return true;
  if (Math.max(from, firstAt) + again.after > now()) return false;
  errands.once(`again ${stuck.id}`, async () => {
    await repairCrm(told.crmFolder, repair);
    await lead(told, stuck, 'retry', again.why, again.by);
  });
  return false;
}

/** Tried again once; stuck at the same step again, it is given up. */
async function leadOnOtherwise(told: Told, stuck: StuckRun): Promise<void> {
  const { after, why, giveUp } = told.story.otherwise.stuck;
  const wasTried = (await before(told, stuck)).length > 0;
  const wait = wasTried ? giveUp.after : after;
  if (Date.parse(stuck.at) + wait > told.now()) return;
  const engineer = told.story.people.find(({ roles }) => roles.includes('engineer'));
  if (engineer === undefined) throw new Error('Nobody of the story may lead a stuck run on.');
  const [way, because] = wasTried ? (['cancel', giveUp.why] as const) : (['retry', why] as const);
  told.errands.once(`lead on ${stuck.id}`, () => lead(told, stuck, way, because, engineer.id));
}

/** How often the case was stuck at this step before, oldest first. */
async function before({ store }: Told, stuck: StuckRun): Promise<readonly StuckRun[]> {
  const all = await store.incidents.byCase(stuck.caseId);
  return all.filter(
    ({ id, flow, node, at }) =>
      id !== stuck.id && flow === stuck.flow && node === stuck.node && at <= stuck.at,
  );
}

async function lead(
  told: Told,
  stuck: StuckRun,
  way: 'retry' | 'cancel',
  why: string,
  by: CastPerson['id'],
): Promise<void> {
  const person = told.story.people.find(({ id }) => id === by);
  if (person === undefined) throw new Error(`The story has no ${by}.`);
  await leadRunOn(told, stuck, { resolution: { way }, why, actor: actorOf(person) });
}
