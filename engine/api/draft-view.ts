import { environmentOf } from '../../definitions/check/environment.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { assembleRevision, type Assembly } from '../../definitions/flow/publish.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { DraftRow, DraftView, Finding } from '../../definitions/model/views/flow.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import type { Draft, DraftRecord } from '../store/drafts.ts';
import type { Store } from '../store/store.ts';
import { readDirectory, type Directory } from './directory.ts';

export function draftRow({ flow, name, version, by, at }: DraftRecord, directory: Directory): DraftRow {
  return { flowId: flow, name, version, by: directory.person(by), at };
}

/** A draft with what is wrong with it, against the activities that workers offer now. */
export async function readDraftView(store: Store, draft: Draft): Promise<DraftView> {
  const [assembly, directory] = await Promise.all([assembled(store, draft.content), readDirectory(store)]);
  const mayRelease = 'revision' in assembly;
  const revision = mayRelease ? assembly.revision : assembly.faulty;
  const findings = findingsOf(mayRelease ? assembly.warnings : assembly.issues, revision);
  return { ...draftRow(draft, directory), revision, findings, mayRelease };
}

/** The revision that a draft would be, or what stands against it. */
export async function assembled(store: Store, content: DraftContent): Promise<Assembly> {
  const contracts = (await store.catalogue.list()).map(({ contract }) => contract);
  const activities = Object.fromEntries(contracts.map((contract) => [contract.name, contract]));
  const environment = environmentOf({ ...content, activities });
  return assembleRevision(content.flow, environment, SEMANTICS);
}

const RANK = { error: 0, warning: 1 } as const;

function findingsOf(issues: readonly Issue[], { flow, called }: Revision): readonly Finding[] {
  return issues
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
    .map(({ severity, message, place }) => {
      const about = Object.values(called).find(({ id }) => id === place.flow) ?? flow;
      const step = about.nodes.find(({ id }) => id === place.node);
      return {
        severity,
        message,
        flow: { id: about.id, name: about.name },
        step: step === undefined ? null : { id: step.id, name: step.name },
      };
    });
}
