import { effectsOfStep } from '../../definitions/activity/effect-key.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Resolution } from '../../definitions/model/stuck.ts';
import type { StuckRun } from '../store/incidents.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from '../workflows/messages.ts';
import type { Runs } from './runs.ts';

/** Who leads a run on, how and why. `group`: the act on a whole group that this is a part of. */
export interface LeadingOn {
  readonly resolution: Resolution;
  readonly why: string;
  readonly actor: Actor;
  readonly group?: string;
}

/** Leads a stuck run on, and records it. Throws the run's RunsProblem when it does not go on by that. */
export async function leadRunOn(
  { store, runs }: { readonly store: Store; readonly runs: Runs },
  stuck: StuckRun,
  how: LeadingOn,
): Promise<void> {
  const { resolution, actor } = how;
  if (resolution.way === 'retry' || resolution.way === 'correct') await allowEffectsAgain(store, stuck);
  await runs.resolveIncident({ caseId: stuck.caseId, incidentId: stuck.id, resolution, actor });
  await recordLedOn(store, stuck, how);
}

/** The entry of the record that says who led a run on, how and why. */
export async function recordLedOn(store: Store, stuck: StuckRun, how: LeadingOn): Promise<void> {
  const { flow, node, kind, code } = stuck;
  await store.audit.record({
    who: how.actor.person,
    act: 'led a stuck run on',
    caseId: stuck.caseId,
    subject: stuck.id,
    detail: {
      flow,
      node,
      kind,
      code,
      resolution: asJson(how.resolution),
      ...(how.group === undefined ? {} : { group: how.group }),
    },
    why: how.why,
  });
}

/** Nobody can tell whether the step's effect happened; whoever has it tried again has looked, and answers for it. */
async function allowEffectsAgain(store: Store, stuck: StuckRun): Promise<void> {
  if (stuck.code !== 'unknown effect') return;
  const ofStep = effectsOfStep(stuck);
  const entries = await store.effects.byCase(stuck.caseId);
  for (const { key, state } of entries) {
    if (state === 'unknown' && key.startsWith(ofStep)) await store.effects.allowAgain(key);
  }
}

/** A resolution as the record keeps it. */
export function asJson(resolution: Resolution): JsonObject {
  switch (resolution.way) {
    case 'retry':
    case 'cancel':
      return { way: resolution.way };
    case 'correct':
      return { way: 'correct', variables: resolution.variables };
    case 'skip':
      return { way: 'skip', value: resolution.value, port: resolution.port ?? null };
  }
}
