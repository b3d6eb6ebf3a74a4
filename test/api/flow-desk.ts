import { DraftRowSchema, DraftViewSchema } from '../../engine/api/draft.schema.ts';
import { FlowRowSchema } from '../../engine/api/flow.schema.ts';
import { careRevision } from '../store/care-revision.ts';
import { serve, type Answer, type ServeOptions, type Served } from './served.ts';

/** The API with the flow that ships, live, an analyst named Bob, and what tests of flows ask again and again. */
export async function openFlowDesk(options: Pick<ServeOptions, 'needsApproval'> = {}) {
  const api = await serve(options);
  const bob = await api.store.people.find('bob');
  if (bob !== null) await api.store.people.upsert({ ...bob, roles: ['analyst'] });
  const care = careRevision();
  const { hash: shippedHash } = await api.store.revisions.put(care, { author: 'anna', why: 'It ships.' });
  await api.store.releases.release(care.flow.id, shippedHash, 'anna', 'It ships.');
  return { api, shippedHash, ...questionsTo(api) };
}
export type FlowDesk = Awaited<ReturnType<typeof openFlowDesk>>;

function questionsTo(api: Served) {
  const post = (path: string, body: object, who = 'anna') => api.as(who).send('POST', path, body);
  const rows = async () => FlowRowSchema.array().parse((await api.as('sue').get('/api/flows')).body);
  return {
    post,
    rows,
    row: async (id: string) => (await rows()).find((one) => one.id === id),
    draftAt: async (id: string) =>
      DraftViewSchema.parse((await api.as('anna').get(`/api/flows/${id}/draft`)).body),
    began: async (name: string) => draftIn(await post('/api/flows', { name })),
    acts: async (subject: string) =>
      (await api.store.audit.list({ subject })).items.map(({ who, act, why }) => [who, act, why]),
  };
}

export function draftIn({ body }: Answer) {
  return DraftRowSchema.parse(body);
}

/** How each of several answers ended, by its status. */
export function statuses(answers: readonly Answer[]): readonly number[] {
  return answers.map(({ status }) => status).sort();
}
