import type { StuckCause } from '../../definitions/model/stuck.ts';
import type { GroupAct, StuckGroup } from '../../definitions/model/views/incident.ts';
import { asJson } from '../runs/lead-run-on.ts';
import type { GroupActRecord } from '../store/group-acts.ts';
import { notFound } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import {
  GroupActParams,
  GroupActSchema,
  ResolveGroupBodySchema,
  StuckGroupSchema,
} from './incident.schema.ts';
import { waysOutOf } from './incident-view.ts';
import { refuseWhatDoesNotFit } from './lead-on.ts';
import { logPlace } from './log-place.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';
import { SHARED_MS, sharedReading } from './shared-reading.ts';

/** Acts that ended are told of for a day. */
const RECENT_HOURS = 24;

/** Stuck runs by cause, and what is done for all runs of one. */
export function incidentGroupRoutes(deps: Deps): readonly Route[] {
  const { store, drawings } = deps;
  const readGroups = sharedReading(SHARED_MS, () => store.incidents.groups());
  return [
    defineRoute({
      id: 'groupIncidents',
      summary: 'What runs are stuck at, by cause',
      method: 'get',
      path: '/api/incidents/groups',
      access: 'signed in',
      answer: StuckGroupSchema.array(),
      async handle({ caller }): Promise<StuckGroup[]> {
        const groups = await readGroups();
        return Promise.all(
          groups.map(async ({ kind, code, flow, node, count, first, fromOutside, revision }) => {
            const nodeName = (await drawings.of(revision))?.nameOf(flow, node) ?? '';
            const ways = [...waysOutOf({ fromOutside })];
            const log = logPlace(deps, { kind, code, node, at: first, fromOutside }, caller);
            return { kind, code, flow, node, nodeName, count, oldestAt: first, ways, log };
          }),
        );
      },
    }),
    defineRoute({
      id: 'resolveGroup',
      summary: 'Leads all runs on that are stuck by one cause now; begun here, worked off in the background',
      method: 'post',
      path: '/api/incidents/groups/resolve',
      access: ['lead', 'analyst', 'engineer'],
      status: 201,
      body: ResolveGroupBodySchema,
      answer: GroupActSchema,
      async handle({ body, caller }): Promise<GroupAct> {
        const { group: cause, resolution, why } = body;
        const [first] = (await store.incidents.open(cause, { limit: 1 })).items;
        if (first === undefined) throw notFound('group of stuck cases');
        refuseWhatDoesNotFit(first, resolution, await drawings.of(first.revision));
        const act = await store.groupActs.begin({ cause, resolution, why, actor: caller.actor });
        if (act === null) throw notFound('group of stuck cases that somebody could lead on');
        await store.audit.record({
          who: caller.person.id,
          act: 'led a group of stuck runs on',
          subject: act.id,
          detail: { ...cause, resolution: asJson(resolution), count: act.total },
          why,
        });
        return view(act);
      },
    }),
    defineRoute({
      id: 'listGroupActs',
      summary: 'Acts on groups of stuck runs: those under way and those of the last day, newest first',
      method: 'get',
      path: '/api/incidents/acts',
      access: 'signed in',
      answer: GroupActSchema.array(),
      async handle(): Promise<GroupAct[]> {
        const acts = await store.groupActs.recent(RECENT_HOURS);
        const directory = await readDirectory(store);
        return Promise.all(acts.map((act) => view(act, directory)));
      },
    }),
    defineRoute({
      id: 'stopGroupAct',
      summary: 'Leads no further runs of the group on; those that were led on stay so',
      method: 'post',
      path: '/api/incidents/acts/:id/stop',
      access: ['lead', 'analyst', 'engineer'],
      params: GroupActParams,
      answer: GroupActSchema,
      async handle({ params, caller }): Promise<GroupAct> {
        const isStopping = await store.groupActs.stop(params.id);
        const act = await store.groupActs.find(params.id);
        if (act === null) throw notFound('act on a group');
        if (isStopping) {
          await store.audit.record({
            who: caller.person.id,
            act: 'stopped leading a group on',
            subject: act.id,
            detail: { ...act.cause, done: act.done, count: act.total },
          });
        }
        return view(act);
      },
    }),
  ];

  async function view(act: GroupActRecord, known?: Directory): Promise<GroupAct> {
    const directory = known ?? (await readDirectory(store));
    const { id, cause, resolution, why, at, status, total, done, refused, held, endedAt } = act;
    return {
      id,
      group: { ...cause, nodeName: await nameOfStep(deps, cause) },
      resolution,
      why,
      by: directory.person(act.actor.person),
      at,
      status: status === 'gathering' ? 'working' : status,
      total,
      done,
      refused,
      held,
      endedAt,
    };
  }
}

/** The step as the drawing of one of the runs that are or were stuck there names it. */
export async function nameOfStep({ store, drawings }: Deps, cause: StuckCause): Promise<string> {
  const one = await store.incidents.anyOf(cause);
  const drawing = one === null ? null : await drawings.of(one.revision);
  return drawing?.nameOf(cause.flow, cause.node) ?? '';
}
