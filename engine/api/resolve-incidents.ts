import type { z } from 'zod';
import type { Resolution } from '../../definitions/model/stuck.ts';
import type { ResolveAnswer } from '../../definitions/model/views/incident.ts';
import { notFound } from './api-problem.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { ResolveBodySchema } from './incident.schema.ts';
import { leadOn } from './lead-on.ts';
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
  const how = { resolution: wayOut(body), why: body.why, actor: caller.actor };
  const ids = [...new Set(body.incidents)];
  const next = async (): Promise<void> => {
    for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
      try {
        const stuck = await deps.store.incidents.find(id);
        if (stuck === null) throw notFound('stuck run');
        await leadOn(deps, stuck, how);
        resolved.push(id);
      } catch (error) {
        const { code, reason } = refusalIn(error);
        refused.push({ id, code, reason });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, next));
  return { resolved, refused };
}

/** Why one run could not be led on. What is no answer about this run (nothing answers, a fault) is thrown on. */
export function refusalIn(error: unknown): { readonly code: string; readonly reason: string } {
  const { problem } = problemOf(error);
  if (problem.status >= 500) throw error;
  const reasons = (problem.errors ?? []).map(({ field, reason }) => `${field}: ${reason}`);
  return { code: problem.code, reason: [problem.detail, ...reasons].join(' ') };
}

function wayOut(body: ResolveBody): Resolution {
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
