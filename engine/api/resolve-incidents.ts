import type { z } from 'zod';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { effectsOfStep } from '../../definitions/activity/effect-key.ts';
import { portsOf } from '../../definitions/flow/ports.ts';
import type { ResolveAnswer } from '../../definitions/model/views/incident.ts';
import type { FieldError } from '../../definitions/model/views/problem.ts';
import type { WayOut } from '../interpreter/event.ts';
import type { StuckRun } from '../store/incidents.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { Drawing } from './drawings.ts';
import { reasonAgainst } from './field-value.ts';
import type { ResolveBodySchema } from './incident.schema.ts';
import { problemOf } from './problem.ts';

type ResolveBody = z.output<typeof ResolveBodySchema>;

/** Runs told at the same time. */
const AT_ONCE = 8;

/**
 * Leads each of the stuck runs on, and says of each that could not be why. Where Temporal or the store does not
 * answer, the whole act is refused with that; what was led on by then is no longer stuck, so asking again is safe.
 */
export async function resolveEach(deps: Deps, body: ResolveBody, caller: Caller): Promise<ResolveAnswer> {
  const resolved: string[] = [];
  const refused: { id: string; code: string; reason: string }[] = [];
  const ids = [...new Set(body.incidents)];
  const next = async (): Promise<void> => {
    for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
      try {
        await resolveOne(deps, id, body, caller);
        resolved.push(id);
      } catch (error) {
        const { problem } = problemOf(error);
        if (problem.status >= 500) throw error;
        const reasons = (problem.errors ?? []).map(({ field, reason }) => `${field}: ${reason}`);
        refused.push({ id, code: problem.code, reason: [problem.detail, ...reasons].join(' ') });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, next));
  return { resolved, refused };
}

async function resolveOne(deps: Deps, id: string, body: ResolveBody, caller: Caller): Promise<void> {
  const { store, runs, drawings } = deps;
  const stuck = await store.incidents.find(id);
  if (stuck === null) throw notFound('stuck run');
  if (stuck.status !== 'open') {
    throw new ApiProblem('closed', 'This run goes on already.', 'There is nothing left to do here.');
  }
  const resolution = wayOut(body);
  refuseWhatDoesNotFit(stuck, resolution, await drawings.of(stuck.revision));
  if (resolution.way === 'retry' || resolution.way === 'correct') await allowEffectsAgain(deps, stuck);
  await runs.resolveIncident({ caseId: stuck.caseId, incidentId: stuck.id, resolution, actor: caller.actor });
  const { flow, node, kind, code } = stuck;
  await store.audit.record({
    who: caller.person.id,
    act: 'led a stuck run on',
    caseId: stuck.caseId,
    subject: id,
    detail: { flow, node, kind, code, resolution: asJson(resolution) },
    why: body.why,
  });
}

/** Nobody can tell whether the step's effect happened; whoever has it tried again has looked, and answers for it. */
async function allowEffectsAgain({ store }: Deps, stuck: StuckRun): Promise<void> {
  if (stuck.code !== 'unknown effect') return;
  const ofStep = effectsOfStep(stuck);
  const entries = await store.effects.byCase(stuck.caseId);
  for (const { key, state } of entries) {
    if (state === 'unknown' && key.startsWith(ofStep)) await store.effects.allowAgain(key);
  }
}

function wayOut(body: ResolveBody): WayOut {
  switch (body.way) {
    case 'retry':
    case 'cancel':
      return { way: body.way };
    case 'correct':
      return { way: 'correct', variables: body.variables };
    case 'skip':
      return { way: 'skip', value: body.value, ...(body.port === undefined ? {} : { port: body.port }) };
  }
}

/** A correction names variables of the step's flow, of their types; a port is one of the step's. */
function refuseWhatDoesNotFit(stuck: StuckRun, resolution: WayOut, drawing: Drawing | null): void {
  if (drawing === null) return;
  const errors: FieldError[] = [];
  if (resolution.way === 'correct') {
    const variables = drawing.flow(stuck.flow)?.variables ?? [];
    for (const [field, value] of Object.entries(resolution.variables)) {
      const variable = variables.find(({ name }) => name === field);
      if (variable === undefined) errors.push({ field, reason: 'The flow has no such variable.' });
      else if (variable.type.type === 'text') errors.push({ field, reason: 'A text is not corrected here.' });
      else {
        const reason = value === null ? null : reasonAgainst(value, variable.type);
        if (reason !== null) errors.push({ field, reason });
      }
    }
  }
  if (resolution.way === 'skip' && resolution.port !== undefined) {
    const node = drawing.node(stuck.flow, stuck.node);
    if (node !== null && !portsOf(node).some(({ port }) => port === resolution.port)) {
      errors.push({ field: 'port', reason: 'The step has no such way out.' });
    }
  }
  if (errors.length === 0) return;
  throw new ApiProblem('ill-formed', 'This does not fit the step.', 'Correct the fields named in errors.', {
    errors,
  });
}

function asJson(resolution: WayOut): JsonObject {
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
