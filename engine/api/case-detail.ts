import type { Case } from '../../definitions/model/case.ts';
import type { CaseDetail, TrailView } from '../../definitions/model/views/case-detail.ts';
import type { Caller } from './caller.ts';
import { linkedCases } from './case-links.ts';
import { caseRow } from './case-view.ts';
import { conversationOf } from './conversation-view.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import type { Drawing } from './drawings.ts';
import { incidentRow } from './incident-view.ts';
import { logPlace } from './log-place.ts';
import { replyLimitOf } from './reply-limit.ts';
import { taskDetail } from './task-view.ts';
import { temporalLink } from './temporal-link.ts';

const MOST_STEPS = 2_000;

/** Everything the page of one case shows, put together from what the store keeps by noun. */
export async function readCaseDetail(deps: Deps, found: Case, caller: Caller): Promise<CaseDetail> {
  const { store, drawings } = deps;
  const { id, revision: hash, customerId } = found;
  const [
    directory,
    drawing,
    revision,
    mentions,
    replies,
    profiles,
    tasks,
    effects,
    remedies,
    stuck,
    trail,
    customer,
    broughtBack,
  ] = await Promise.all([
    readDirectory(store),
    hash === null ? null : drawings.of(hash),
    hash === null ? null : store.revisions.find(hash),
    store.mentions.byCase(id),
    store.replies.byCase(id),
    store.profiles.byCase(id),
    store.tasks.byCase(id),
    store.effects.byCase(id),
    store.remedies.byCase(id),
    store.incidents.byCase(id),
    store.cases.trail(id, MOST_STEPS),
    customerId === null ? null : store.customers.find(customerId),
    store.audit.list({ caseId: id, act: 'brought a case back' }),
  ]);
  const name = { id, name: found.title, channel: found.channel, brand: found.brand };
  const textLimit = await replyLimitOf(store, mentions);
  const [links, linked, details] = await Promise.all([
    Promise.all(profiles.map((profile) => store.links.ofProfile(profile.id))),
    linkedCases(store, found, directory),
    Promise.all(
      tasks.map((task) =>
        taskDetail(task, { name, textLimit, directory, actor: caller.actor, texts: store.texts }),
      ),
    ),
  ]);
  return {
    ...caseRow(found, directory, drawing),
    revision:
      revision === null
        ? null
        : { id: revision.flow, name: revision.name, hash: revision.hash, number: revision.number },
    conversation: conversationOf({ mentions, replies, profiles }, directory),
    profiles,
    customer,
    links: links.flat().sort((a, b) => a.at.localeCompare(b.at)),
    facts: found.facts,
    owesReport: found.owesReport,
    retries: stuck.some(({ status, fromOutside }) => status === 'open' && fromOutside)
      ? []
      : found.retries.map((retry) => ({ ...retry, name: drawing?.nameOf(retry.flow, retry.node) ?? '' })),
    tasks: details.sort((a, b) => b.openedAt.localeCompare(a.openedAt)),
    effects,
    remedies: remedies.map(({ kind: what, amount, months }) => ({ kind: what, amount, months })),
    incidents: stuck
      .filter(({ status }) => status === 'open')
      .map((one) => incidentRow(one, name, found.facts, drawing, logPlace(deps, one, caller))),
    trail: trail.map((entry) => ({ ...entry, ...wordsFor(entry, directory, drawing) })),
    broughtBack: broughtBack.items
      .map(({ at, who, why }) => ({ at, by: directory.person(who), why }))
      .toReversed(),
    temporal: temporalLink(deps.temporalUi, found, caller),
    ...linked,
  };
}

function wordsFor(
  { flow, node, detail }: Pick<TrailView, 'flow' | 'node' | 'detail'>,
  directory: Directory,
  drawing: Drawing | null,
): Pick<TrailView, 'name' | 'by'> {
  const by = detail?.['by'];
  return {
    name: drawing?.nameOf(flow, node) ?? '',
    by: typeof by === 'string' ? directory.person(by) : null,
  };
}
