import type { ApprovalRow, ApprovalView } from '../../definitions/model/views/approval.ts';
import type { HeldPublish, PublishRequest } from '../store/publish-requests.ts';
import type { Store } from '../store/store.ts';
import type { Caller } from './caller.ts';
import { readDirectory, type Directory } from './directory.ts';

export function approvalRow(request: PublishRequest, directory: Directory): ApprovalRow {
  const { id, flow: flowId, name, state, wants, by, at, why, despite, decided } = request;
  return {
    id,
    flowId,
    name,
    state,
    wants,
    by: directory.person(by),
    at,
    why,
    despite,
    decided: decided === null ? null : { ...decided, by: directory.person(decided.by) },
  };
}

/** All that is held, and how it stands to what there is by now. */
export async function readApprovalView(
  store: Store,
  held: HeldPublish,
  caller: Caller,
): Promise<ApprovalView> {
  const { digest, revision, hash, state, base, hands } = held;
  const [directory, before, scenarios, draft, isOvertaken] = await Promise.all([
    readDirectory(store),
    base.hash === null ? null : store.revisions.find(base.hash),
    held.scenarios ?? store.revisions.scenarios(hash),
    draftOf(store, held),
    state === 'waiting' ? store.publishRequests.isOvertaken(held) : false,
  ]);
  return {
    ...approvalRow(held, directory),
    digest,
    revision,
    scenarios,
    before:
      before === null
        ? null
        : { hash: before.hash, number: before.number, isLive: base.isLive, scenarios: base.scenarios },
    draft,
    isOvertaken,
    isMine: isOneOf(hands, caller),
  };
}

/** Whether the caller is one of them, whoever they work as. */
function isOneOf(people: readonly string[], { person, self }: Caller): boolean {
  return people.includes(person.id) || people.includes(self.id);
}

async function draftOf(store: Store, { flow, draft }: HeldPublish): Promise<ApprovalView['draft']> {
  if (draft === null) return null;
  const now = (await store.drafts.list()).find((one) => one.flow === flow);
  if (now === undefined || now.born !== draft.born) return 'gone';
  return now.version === draft.version ? 'as asked' : 'changed since';
}
