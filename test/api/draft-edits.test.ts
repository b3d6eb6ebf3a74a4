import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applied } from '../../definitions/edit/applied.ts';
import { difference } from '../../definitions/edit/difference.ts';
import type { Edit } from '../../definitions/edit/edit.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { renamed, type DraftContent } from '../../definitions/flow/draft.ts';
import { AddedEditsSchema, DraftContentViewSchema, EditsSinceSchema } from '../../engine/api/draft.schema.ts';
import { openFlowDesk, type FlowDesk } from './flow-desk.ts';

let desk: FlowDesk;
beforeAll(async () => {
  desk = await openFlowDesk();
});
afterAll(() => desk.api.close());

const contentOf = async (flow: string) =>
  DraftContentViewSchema.parse((await desk.api.as('anna').get(`/api/flows/${flow}/draft/content`)).body);
const since = async (flow: string, after: number) =>
  EditsSinceSchema.parse((await desk.api.as('sue').get(`/api/flows/${flow}/draft/edits?after=${after}`)).body)
    .since;
const send = (flow: string, base: number, edits: readonly Edit[], who = 'anna') =>
  desk.post(`/api/flows/${flow}/draft/edits`, { base, edits }, who);

let made = 0;
function editOf(before: DraftContent, change: (content: DraftContent) => DraftContent): Edit {
  made += 1;
  return { id: `edit ${made}`, label: 'Changed it', changes: difference(before, change(before)) };
}
const moved = (y: number) => (content: DraftContent) => ({
  ...content,
  flow: {
    ...content.flow,
    nodes: content.flow.nodes.map((node, i) => (i === 0 ? { ...node, position: { x: 84, y } } : node)),
  },
});

describe('a draft of a flow that has revisions', () => {
  it('begins with what is live, once, and is thrown away without touching that', async () => {
    const begun = await desk.post('/api/flows/mention-care/draft', {});
    expect(begun).toMatchObject({ status: 201, body: { flowId: 'mention-care', version: 1 } });
    expect(await desk.post('/api/flows/mention-care/draft', {})).toMatchObject({ status: 409 });
    const { content } = await contentOf('mention-care');
    const live = await desk.api.store.revisions.get(desk.shippedHash);
    expect(canonicalJson(content.flow)).toBe(canonicalJson(live?.flow));
    await desk.post('/api/flows/mention-care/draft/discard', { version: 1 });
    expect(await desk.row('mention-care')).toMatchObject({ draft: null, live: { hash: desk.shippedHash } });
    expect((await desk.acts('mention-care')).map(([, act]) => act)).toEqual([
      'threw a draft away',
      'began a draft',
    ]);
  });

  it('begins with a revision that is named, and with none of another flow', async () => {
    const begun = await desk.post('/api/flows/mention-care/draft', { revision: desk.shippedHash });
    expect(begun.status).toBe(201);
    await desk.post('/api/flows/mention-care/draft/discard', { version: 1 });
    const other = await desk.began('Another one');
    const wrong = await desk.post(`/api/flows/${other.flowId}x/draft`, { revision: desk.shippedHash });
    expect(wrong.status).toBe(404);
  });
});

describe('edits of a draft', () => {
  it('are versions in one order, told to others with who made them', async () => {
    const { flowId } = await desk.began('Order');
    const { content } = await contentOf(flowId);
    const one = editOf(content, moved(100));
    const after = moved(100)(content);
    const two = editOf(after, (before) => renamed(before, 'Order!'));
    expect((await send(flowId, 1, [one, two])).body).toEqual({ taken: true, version: 3 });
    expect(canonicalJson((await contentOf(flowId)).content)).toBe(canonicalJson(renamed(after, 'Order!')));
    expect(await since(flowId, 1)).toMatchObject([
      { id: one.id, version: 2, by: { name: 'Anna' }, changes: one.changes },
      { id: two.id, version: 3 },
    ]);
    expect(await since(flowId, 3)).toEqual([]);
    expect(await desk.row(flowId)).toMatchObject({ name: 'Order!', draft: { version: 3 } });
  });

  it('are not laid over others: who was slower hears what came first, and nothing of theirs is made', async () => {
    const { flowId } = await desk.began('At once');
    const { content } = await contentOf(flowId);
    const all = Array.from({ length: 6 }, (_, i) => editOf(content, moved(200 + 4 * i)));
    const answers = await Promise.all(
      all.map((edit, i) => send(flowId, 1, [edit], i % 2 === 0 ? 'anna' : 'bob')),
    );
    const told = answers.map(({ body }) => AddedEditsSchema.parse(body));
    expect(told.filter(({ taken }) => taken)).toHaveLength(1);
    const winner = all[told.findIndex(({ taken }) => taken)];
    for (const answer of told)
      if (!answer.taken) expect(answer).toMatchObject({ version: 2, known: [], since: [{ id: winner?.id }] });
    const end = applied(content, winner?.changes ?? []);
    if ('problem' in end) throw new Error(end.problem.message);
    expect(canonicalJson((await contentOf(flowId)).content)).toBe(canonicalJson(end.content));
  });

  it('that were taken before are known again when the answer was lost', async () => {
    const { flowId } = await desk.began('Lost answer');
    const { content } = await contentOf(flowId);
    const edit = editOf(content, moved(300));
    await send(flowId, 1, [edit]);
    expect((await send(flowId, 1, [edit])).body).toMatchObject({
      taken: false,
      version: 2,
      known: [edit.id],
    });
    expect((await contentOf(flowId)).version).toBe(2);
  });

  it('are known by their ids whatever they are said to be made on', async () => {
    const { flowId } = await desk.began('Sent anew');
    const { content } = await contentOf(flowId);
    const edit = editOf(content, moved(300));
    await send(flowId, 1, [edit]);
    expect(await send(flowId, 2, [edit])).toMatchObject({
      status: 200,
      body: { taken: false, version: 2, known: [edit.id], since: [] },
    });
    expect((await contentOf(flowId)).version).toBe(2);
  });

  it('meant for a draft that is gone are not made on one that was begun since', async () => {
    const { flowId } = await desk.began('Begun anew');
    const { born, content } = await contentOf(flowId);
    await desk.post(`/api/flows/${flowId}/draft/release`, { version: 1, why: 'Ready.' });
    await desk.post(`/api/flows/${flowId}/draft`, {});
    const edits = [editOf(content, moved(300))];
    expect((await contentOf(flowId)).born).not.toBe(born);
    const late = await desk.post(`/api/flows/${flowId}/draft/edits`, { base: 1, edits, born });
    expect(late.status).toBe(404);
    const heard = await desk.api.as('anna').get(`/api/flows/${flowId}/draft/edits?after=1&born=${born}`);
    expect(heard.status).toBe(404);
    const now = (await contentOf(flowId)).born;
    const meant = await desk.post(`/api/flows/${flowId}/draft/edits`, { base: 1, edits, born: now });
    expect(meant.body).toEqual({ taken: true, version: 2 });
  });

  it('are refused, and change nothing, where they do not fit or leave what is no draft', async () => {
    const { flowId } = await desk.began('Wrong ones');
    const { content } = await contentOf(flowId);
    const stale = editOf(moved(999)(content), moved(400));
    const kind: Edit = {
      id: 'kind',
      label: 'x',
      changes: [{ do: 'set', thing: '/flow/nodes/arrives', field: 'kind', before: 'startEvent', after: 7 }],
    };
    const good = editOf(content, moved(500));
    for (const edits of [
      [stale],
      [kind],
      [good, kind],
      [
        { ...good, id: 'same' },
        { ...good, id: 'same' },
      ],
    ]) {
      const answer = await send(flowId, 1, edits);
      expect([400, 422]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toContain('stack');
    }
    expect((await send(flowId, 1, [])).status).toBe(400);
    expect((await send('nowhere', 1, [good])).status).toBe(404);
    expect((await send(flowId, 1, [good], 'sue')).status).toBe(403);
    expect(await contentOf(flowId)).toMatchObject({ version: 1 });
  });

  it('are not all that happened where the draft got another name since: it has to be read anew', async () => {
    const { flowId } = await desk.began('Named');
    const name = { version: 1, name: 'Named anew' };
    expect((await desk.api.as('bob').send('PUT', `/api/flows/${flowId}/draft`, name)).status).toBe(200);
    expect(await since(flowId, 1)).toBeNull();
    expect(await since(flowId, 2)).toEqual([]);
    const { content } = await contentOf(flowId);
    await send(flowId, 2, [editOf(content, moved(700))]);
    expect(await since(flowId, 1)).toBeNull();
    expect(await since(flowId, 2)).toHaveLength(1);
  });

  it('go with their draft: a new one of the same flow begins without them', async () => {
    const { flowId } = await desk.began('Thrown away');
    const { content } = await contentOf(flowId);
    await send(flowId, 1, [editOf(content, moved(600))]);
    await desk.post(`/api/flows/${flowId}/draft/discard`, { version: 1 });
    expect(await since(flowId, 1)).toHaveLength(1);
    await desk.post(`/api/flows/${flowId}/draft/release`, { version: 2, why: 'Ready.' });
    await desk.post(`/api/flows/${flowId}/draft`, {});
    expect(await since(flowId, 0)).toEqual([]);
  });
});
