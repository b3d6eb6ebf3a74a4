import { portsOf } from '../../definitions/flow/ports.ts';
import type { Resolution } from '../../definitions/model/stuck.ts';
import type { FieldError } from '../../definitions/model/views/problem.ts';
import { leadRunOn, type LeadingOn } from '../runs/lead-run-on.ts';
import type { StuckRun } from '../store/incidents.ts';
import { ApiProblem } from './api-problem.ts';
import type { Deps } from './deps.ts';
import type { Drawing } from './drawings.ts';
import { reasonAgainst } from './field-value.ts';

/** All that leading a run on needs of the API. */
export type LeadDeps = Pick<Deps, 'store' | 'runs' | 'drawings'>;

/** Leads one stuck run on and records it. Throws ApiProblem 'closed' when it goes on already, or what the run says. */
export async function leadOn(deps: LeadDeps, stuck: StuckRun, how: LeadingOn): Promise<void> {
  const { resolution } = how;
  if (stuck.status !== 'open') {
    throw new ApiProblem('closed', 'This case goes on already.', 'There is nothing left to do here.');
  }
  if (stuck.fromOutside) {
    throw new ApiProblem(
      'conflict',
      'Nobody can lead this case on: it does not move at all at the moment.',
      'It goes on by itself once the cause is mended.',
    );
  }
  refuseWhatDoesNotFit(stuck, resolution, await deps.drawings.of(stuck.revision));
  await leadRunOn(deps, stuck, how);
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
