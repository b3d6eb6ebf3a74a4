import type { Connection } from 'mongoose';
import { activityModel } from './activity.ts';
import { arrivalModel } from './arrival.ts';
import { auditEntryModel } from './audit-entry.ts';
import { caseModel } from './case.ts';
import { channelModel } from './channel.ts';
import { conversationModel } from './conversation.ts';
import { crmStateModel } from './crm-state.ts';
import { customerModel } from './customer.ts';
import { draftEditModel } from './draft-edit.ts';
import { draftVisitModel } from './draft-visit.ts';
import { draftModel } from './draft.ts';
import { effectModel } from './effect.ts';
import { erasureModel } from './erasure.ts';
import { flowStandingsModel } from './flow-standings.ts';
import { groupActModel } from './group-act.ts';
import { heartbeatModel } from './heartbeat.ts';
import { historyModel } from './history.ts';
import { incidentModel } from './incident.ts';
import { linkQuestionModel } from './link-question.ts';
import { linkModel } from './link.ts';
import { mentionModel } from './mention.ts';
import { metaModel } from './meta.ts';
import { personModel } from './person.ts';
import { planModel } from './plan.ts';
import { profileModel } from './profile.ts';
import { publishRequestModel, publishWaitModel } from './publish-request.ts';
import { registerPlanModel } from './register-plan.ts';
import { releaseModel } from './release.ts';
import { remedyModel } from './remedy.ts';
import { replyModel } from './reply.ts';
import { retentionRuleModel, retentionRunModel } from './retention.ts';
import { revisionModel } from './revision.ts';
import { sampleDayModel } from './sample-day.ts';
import { savedStateModel } from './saved-state.ts';
import { secretModel } from './secret.ts';
import { storyChangeModel } from './story-change.ts';
import { tallyChangeModel, tallyModel } from './tally.ts';
import { taskModel } from './task.ts';
import { teamModel } from './team.ts';
import { textModel } from './text.ts';
import { trailPartModel } from './trail-part.ts';

/** Every collection, on one connection. */
export function modelsOf(connection: Connection) {
  return {
    activities: activityModel(connection),
    arrivals: arrivalModel(connection),
    audit: auditEntryModel(connection),
    cases: caseModel(connection),
    channels: channelModel(connection),
    conversations: conversationModel(connection),
    crmStates: crmStateModel(connection),
    customers: customerModel(connection),
    draftEdits: draftEditModel(connection),
    drafts: draftModel(connection),
    draftVisits: draftVisitModel(connection),
    effects: effectModel(connection),
    erasures: erasureModel(connection),
    flowStandings: flowStandingsModel(connection),
    groupActs: groupActModel(connection),
    heartbeats: heartbeatModel(connection),
    histories: historyModel(connection),
    incidents: incidentModel(connection),
    linkQuestions: linkQuestionModel(connection),
    links: linkModel(connection),
    mentions: mentionModel(connection),
    meta: metaModel(connection),
    people: personModel(connection),
    plans: planModel(connection),
    profiles: profileModel(connection),
    publishRequests: publishRequestModel(connection),
    publishWaits: publishWaitModel(connection),
    registerPlans: registerPlanModel(connection),
    releases: releaseModel(connection),
    remedies: remedyModel(connection),
    replies: replyModel(connection),
    retentionRules: retentionRuleModel(connection),
    retentionRuns: retentionRunModel(connection),
    revisions: revisionModel(connection),
    sampleDays: sampleDayModel(connection),
    savedStates: savedStateModel(connection),
    secrets: secretModel(connection),
    storyChanges: storyChangeModel(connection),
    tallies: tallyModel(connection),
    tallyChanges: tallyChangeModel(connection),
    tasks: taskModel(connection),
    teams: teamModel(connection),
    texts: textModel(connection),
    trail: trailPartModel(connection),
  };
}
export type Models = ReturnType<typeof modelsOf>;
