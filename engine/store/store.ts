import { arrivalStore, type ArrivalStore } from './arrivals.ts';
import { auditStore, type AuditStore } from './audit.ts';
import { caseStore } from './case/case-store.ts';
import type { CaseStore } from './cases.ts';
import { catalogueStore, type CatalogueStore } from './catalogue.ts';
import { changeStore, type ChangeStore } from './changes.ts';
import { channelStore, type ChannelStore } from './channels.ts';
import { conversationStore, type ConversationStore } from './conversations.ts';
import { planReader } from './register/current-plan.ts';
import { registerStore, type RegisterStore } from './register.ts';
import { crmStateStore, type CrmStateStore } from './crm-states.ts';
import { customerStore, type CustomerStore } from './customers.ts';
import { settleDataVersion } from './data-version.ts';
import { connectDatabase, type Database } from './database.ts';
import { draftEditStore, type DraftEditStore } from './draft-edits.ts';
import { draftVisitStore, type DraftVisitStore } from './draft-visits.ts';
import { draftStore, type DraftStore } from './drafts.ts';
import { effectStore, type EffectStore } from './effects.ts';
import { erasureStore, type ErasureStore } from './erasure.ts';
import { flowStandingStore, type FlowStandingStore } from './flow-standings.ts';
import { groupActStore, type GroupActStore } from './group-acts.ts';
import { heartbeatStore, type HeartbeatStore } from './heartbeats.ts';
import { historyStore, type HistoryStore } from './histories.ts';
import { importStore, type ImportStore } from './imports.ts';
import { incidentStore, type IncidentStore } from './incidents.ts';
import { linkStore, type LinkStore } from './links.ts';
import { mentionStore, type MentionStore } from './mentions.ts';
import { peopleStore, type PeopleStore } from './people.ts';
import { personStore, type PersonStore } from './persons.ts';
import { planStore, type PlanStore } from './plans.ts';
import { profileStore, type ProfileStore } from './profiles.ts';
import { publishRequestStore, type PublishRequestStore } from './publish-requests.ts';
import { releaseStore, type ReleaseStore } from './releases.ts';
import { remedyStore, type RemedyStore } from './remedies.ts';
import { replyStore, type ReplyStore } from './replies.ts';
import { retentionStore, type RetentionStore } from './retention.ts';
import { revisionReader } from './revision-reader.ts';
import { revisionStore, type RevisionStore } from './revisions.ts';
import { sampleDayStore, type SampleDayStore } from './sample-day.ts';
import { secretStore, type SecretStore } from './secrets.ts';
import { storyStore, type StoryStore } from './stories.ts';
import { tallyStore, type TallyStore } from './tallies.ts';
import { taskStore, type TaskStore } from './tasks.ts';
import { teamStore, type TeamStore } from './teams.ts';
import { textStore, type TextStore } from './texts.ts';
import { asProblem, guarded } from './unavailable.ts';

/** Everything that is asked of the database, by noun. Any question may reject with a StoreProblem. */
export interface Store {
  readonly mentions: MentionStore;
  readonly channels: ChannelStore;
  readonly imports: ImportStore;
  readonly arrivals: ArrivalStore;
  readonly cases: CaseStore;
  readonly conversations: ConversationStore;
  readonly profiles: ProfileStore;
  readonly crmStates: CrmStateStore;
  readonly customers: CustomerStore;
  readonly register: RegisterStore;
  readonly links: LinkStore;
  readonly tallies: TallyStore;
  readonly tasks: TaskStore;
  readonly texts: TextStore;
  readonly replies: ReplyStore;
  readonly remedies: RemedyStore;
  readonly effects: EffectStore;
  readonly revisions: RevisionStore;
  readonly drafts: DraftStore;
  readonly draftEdits: DraftEditStore;
  readonly draftVisits: DraftVisitStore;
  readonly flowStandings: FlowStandingStore;
  readonly plans: PlanStore;
  readonly releases: ReleaseStore;
  readonly stories: StoryStore;
  readonly publishRequests: PublishRequestStore;
  readonly catalogue: CatalogueStore;
  readonly heartbeats: HeartbeatStore;
  readonly people: PeopleStore;
  readonly teams: TeamStore;
  readonly sampleDay: SampleDayStore;
  readonly secrets: SecretStore;
  readonly histories: HistoryStore;
  readonly incidents: IncidentStore;
  readonly groupActs: GroupActStore;
  readonly audit: AuditStore;
  readonly changes: ChangeStore;
  readonly persons: PersonStore;
  readonly erasure: ErasureStore;
  readonly retention: RetentionStore;
  /** Whether MongoDB answers, within a second or so; never rejects. */
  isUp(): Promise<boolean>;
  /** Takes the whole data set away, for tests and measurements. */
  dropDatabase(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly uri: string;
  readonly database: string;
  /** The clock; default: the machine's. */
  readonly now?: () => Date;
  /** What is recorded is dated with this; default: the clock. */
  readonly storyNow?: () => Date;
  /** Questions asked of MongoDB at the same time; what is beyond them waits its turn here. Default: the driver's. */
  readonly mostConnections?: number;
}

/**
 * Connects, refuses a data set of a newer Earshot ('newer data') and makes the indexes its questions need.
 * 'unavailable' when MongoDB does not answer within a few seconds.
 */
export async function openStore({
  uri,
  database,
  now = () => new Date(),
  storyNow = now,
  mostConnections,
}: StoreOptions): Promise<Store> {
  try {
    const db = await connectDatabase(uri, database, { now: storyNow, machineNow: now }, mostConnections);
    try {
      await settleDataVersion(db);
      await makeIndexes(db);
    } catch (error) {
      await db.connection.destroy();
      throw error;
    }
    return storeOn(db);
  } catch (error) {
    throw asProblem(error);
  }
}

/** Makes every collection with its indexes, as far as they are not there. */
export async function makeIndexes(db: Database): Promise<void> {
  // A transaction must not be the first to write to a collection.
  await Promise.all(
    Object.values(db.models).map((model) => model.createCollection().then(() => model.createIndexes())),
  );
}

/** The store's questions on a connection that is open. */
export function storeOn(db: Database): Store {
  const reader = revisionReader(db);
  const tallies = tallyStore(db);
  const currentPlan = planReader(db);
  return {
    mentions: guarded(mentionStore(db)),
    channels: guarded(channelStore(db)),
    imports: guarded(importStore(db)),
    arrivals: guarded(arrivalStore(db)),
    cases: guarded(caseStore(db, reader, tallies)),
    conversations: guarded(conversationStore(db)),
    profiles: guarded(profileStore(db)),
    crmStates: guarded(crmStateStore(db)),
    customers: guarded(customerStore(db, currentPlan)),
    register: guarded(registerStore(db, currentPlan)),
    links: guarded(linkStore(db)),
    tallies: guarded(tallies),
    tasks: guarded(taskStore(db)),
    texts: guarded(textStore(db)),
    replies: guarded(replyStore(db)),
    remedies: guarded(remedyStore(db)),
    effects: guarded(effectStore(db)),
    revisions: guarded(revisionStore(db, reader)),
    drafts: guarded(draftStore(db)),
    draftEdits: guarded(draftEditStore(db)),
    draftVisits: guarded(draftVisitStore(db)),
    flowStandings: guarded(flowStandingStore(db)),
    plans: guarded(planStore(db)),
    releases: guarded(releaseStore(db)),
    stories: guarded(storyStore(db)),
    publishRequests: guarded(publishRequestStore(db)),
    catalogue: guarded(catalogueStore(db)),
    heartbeats: guarded(heartbeatStore(db)),
    people: guarded(peopleStore(db)),
    teams: guarded(teamStore(db)),
    sampleDay: guarded(sampleDayStore(db)),
    secrets: guarded(secretStore(db)),
    histories: guarded(historyStore(db)),
    incidents: guarded(incidentStore(db)),
    groupActs: guarded(groupActStore(db)),
    audit: guarded(auditStore(db)),
    changes: changeStore(db),
    persons: guarded(personStore(db)),
    erasure: guarded(erasureStore(db)),
    retention: guarded(retentionStore(db)),
    isUp: () => answers(db),
    dropDatabase: () => db.connection.dropDatabase(),
    close: () => db.connection.close(),
  };
}

const PATIENCE_MS = 1_000;

async function answers(db: Database): Promise<boolean> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE_MS);
  const tooLate = new Promise<false>((resolve) =>
    late.signal.addEventListener('abort', () => resolve(false)),
  );
  const ping = async () => {
    await db.connection.db?.command({ ping: 1 });
    return db.connection.readyState === 1;
  };
  try {
    return await Promise.race([ping().catch(() => false), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
