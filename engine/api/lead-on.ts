import type { JsonObject } from '../../definitions/flow/json.ts';
import { effectsOfStep } from '../../definitions/activity/effect-key.ts';
import { portsOf } from '../../definitions/flow/ports.ts';
import type { Resolution } from '../../definitions/model/stuck.ts';
import type { FieldError } from '../../definitions/model/views/problem.ts';
import type { StuckRun } from '../store/incidents.ts';
import type { Actor } from '../workflows/messages.ts';
import { ApiProblem } from './api-problem.ts';
import type { Deps } from './deps.ts';
import type { Drawing } from './drawings.ts';
import { reasonAgainst } from './field-value.ts';

/** Who leads a run on, how and why. `group`: the act on a whole group that this is a part of. */
export interface LeadingOn {
  readonly resolution: Resolution;
  readonly why: string;
  readonly actor: Actor;
  readonly group?: string;
}

/** All that leading a run on needs of the API. */
export type LeadDeps = Pick<Deps, 'store' | 'runs' | 'drawings'>;

/** Leads one stuck run on and records it. Throws ApiProblem 'closed' when it goes on already, or what the run says. */
export async function leadOn(deps: LeadDeps, stuck: StuckRun, how: LeadingOn): Promise<void> {
  const { runs, drawings } = deps;
  const { resolution, actor } = how;
  if (stuck.status !== 'open') {
    throw new ApiProblem('closed', 'This run goes on already.', 'There is nothing left to do here.');
  }
  if (stuck.fromOutside) {
    throw new ApiProblem(
      'conflict',
      'Nobody can lead this run on: it does not move at all at the moment.',
      'It goes on by itself once the cause is mended.',
    );
  }
  refuseWhatDoesNotFit(stuck, resolution, await drawings.of(stuck.revision));
  if (resolution.way === 'retry' || resolution.way === 'correct') await allowEffectsAgain(deps, stuck);
  await runs.resolveIncident({ caseId: stuck.caseId, incidentId: stuck.id, resolution, actor });
  await recordLedOn(deps, stuck, how);
}

/** The entry of the record that says who led a run on, how and why. */
export async function recordLedOn({ store }: LeadDeps, stuck: StuckRun, how: LeadingOn): Promise<void> {
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
async function allowEffectsAgain({ store }: LeadDeps, stuck: StuckRun): Promise<void> {
  if (stuck.code !== 'unknown effect') return;
  const ofStep = effectsOfStep(stuck);
  const entries = await store.effects.byCase(stuck.caseId);
  for (const { key, state } of entries) {
    if (state === 'unknown' && key.startsWith(ofStep)) await store.effects.allowAgain(key);
  }
}

/** A correction names variables of the step's flow, of their types; a port is one of the step's. Else 'ill-formed'. */
export function refuseWhatDoesNotFit(stuck: StuckRun, resolution: Resolution, drawing: Drawing | null): void {
  const errors = drawing === null ? [] : misfits(stuck, resolution, drawing);
  if (errors.length === 0) return;
  throw new ApiProblem('ill-formed', 'This does not fit the step.', 'Correct the fields named in errors.', {
    errors,
  });
}

function misfits(stuck: StuckRun, resolution: Resolution, drawing: Drawing): readonly FieldError[] {
  if (resolution.way === 'correct') {
    const variables = drawing.flow(stuck.flow)?.variables ?? [];
    return Object.entries(resolution.variables).flatMap(([field, value]) => {
      const variable = variables.find(({ name }) => name === field);
      if (variable === undefined) return [{ field, reason: 'The flow has no such variable.' }];
      if (variable.type.type === 'text') return [{ field, reason: 'A text is not corrected here.' }];
      const reason = value === null ? null : reasonAgainst(value, variable.type);
      return reason === null ? [] : [{ field, reason }];
    });
  }
  if (resolution.way !== 'skip' || resolution.port === undefined) return [];
  const node = drawing.node(stuck.flow, stuck.node);
  const isPort = node === null || portsOf(node).some(({ port }) => port === resolution.port);
  return isPort ? [] : [{ field: 'port', reason: 'The step has no such way out.' }];
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
