import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { difference } from '../../definitions/edit/difference.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import { ApprovalStateSchema, ApprovalViewSchema, HeldSchema } from '../../engine/api/approval.schema.ts';
import { DraftContentViewSchema } from '../../engine/api/draft.schema.ts';
import { openFlowDesk, statuses, type FlowDesk } from './flow-desk.ts';
import type { Answer } from './served.ts';

let desk: FlowDesk;
beforeAll(async () => {
  desk = await openFlowDesk({ needsApproval: true });
  const sue = await desk.api.store.people.find('sue');
  if (sue !== null)
    await desk.api.store.people.upsert({ ...sue, id: 'eve', name: 'Eve', roles: ['engineer'] });
});
afterAll(() => desk.api.close());

const START = '2026-03-02T09:00:00Z';
const hope = { hope: { name: 'A hope', start: START, variables: {}, expect: { outcome: 'put right' } } };
const held = ({ body }: Answer) => HeldSchema.parse(body).held;
const contentOf = async (id: string) =>
  DraftContentViewSchema.parse((await desk.api.as('bob').get(`/api/flows/${id}/draft/content`)).body);
const change = async (id: string, scenarios: Scenarios): Promise<number> => {
  const { content, version } = await contentOf(id);
  const edit = {
    id: `${id} ${version}`,
    label: 'Told',
    changes: difference(content, { ...content, scenarios }),
  };
  await desk.post(`/api/flows/${id}/draft/edits`, { base: version, edits: [edit] }, 'bob');
  return version + 1;
};
/** A draft of a new flow that Bob asks to have published. */
const asked = async (name: string) => {
  const { flowId } = await desk.began(name);
  const answer = await desk.post(
    `/api/flows/${flowId}/draft/release`,
    { version: 1, why: 'It begins.' },
    'bob',
  );
  expect(answer.status).toBe(202);
  return held(answer);
};
const view = async (id: string, who = 'anna') =>
  ApprovalViewSchema.parse((await desk.api.as(who).get(`/api/approvals/${id}`)).body);
const approve = async (id: string, who: string): Promise<Answer> =>
  desk.post(`/api/approvals/${id}/approve`, { digest: (await view(id)).digest }, who);
const live = (flow: string) => desk.api.store.releases.live(flow);

describe('publishing where another person has to approve', () => {
  it('waits, is seen by all who look at flows, and is published by another in the name of both', async () => {
    const { id, flowId } = await asked('Waits');
    expect(await live(flowId)).toBeNull();
    expect(await desk.row(flowId)).toMatchObject({ waiting: { id, by: { name: 'Bob' } }, revisions: 0 });
    const { body } = await desk.api.as('sue').get(`/api/flows/${flowId}/approval`);
    expect(ApprovalStateSchema.parse(body)).toMatchObject({ isNeeded: true, last: { id, state: 'waiting' } });
    expect(await view(id, 'bob')).toMatchObject({
      isMine: true,
      draft: 'as asked',
      before: null,
      isOvertaken: false,
    });
    expect((await approve(id, 'anna')).body).toMatchObject({
      state: 'approved',
      decided: { by: { name: 'Anna' } },
    });
    expect(await live(flowId)).toMatchObject({ by: 'bob', approvedBy: 'anna', why: 'It begins.' });
    expect(await desk.row(flowId)).toMatchObject({
      waiting: null,
      draft: null,
      live: { approvedBy: { name: 'Anna' } },
    });
    expect(await desk.acts(flowId)).toEqual([
      ['anna', 'approved a publish', null],
      ['bob', 'asked for approval', 'It begins.'],
      ['anna', 'began a flow', null],
    ]);
    const { hash = '' } = (await live(flowId)) ?? {};
    const { items } = await desk.api.store.audit.list({ subject: hash });
    expect(items).toMatchObject([
      { who: 'bob', act: 'released a revision', detail: { approved: 'anna', number: 1 } },
    ]);
  });

  it('is never approved by who asked, nor by who may not publish', async () => {
    const { id, flowId } = await asked('Own');
    expect(await approve(id, 'bob')).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await desk.post(`/api/approvals/${id}/send-back`, { why: 'No.' }, 'bob')).status).toBe(409);
    for (const act of ['approve', 'send-back', 'withdraw'])
      expect((await desk.post(`/api/approvals/${id}/${act}`, {}, 'sue')).status).toBe(403);
    expect((await desk.post(`/api/approvals/${id}/withdraw`, {}, 'anna')).status).toBe(409);
    expect(await live(flowId)).toBeNull();
  });

  it('leaves no other way to what is live: neither by a revision nor by an older one', async () => {
    const { id, flowId } = await asked('No way round');
    const { revision } = await view(id);
    const at = `/api/flows/${flowId}`;
    expect(
      (await desk.post(`${at}/revisions`, { revision, why: 'w', live: true }, 'bob')).body,
    ).toMatchObject({
      code: 'conflict',
      detail: 'What Bob asked for waits for approval already.',
    });
    await approve(id, 'anna');
    const changed = { ...revision, flow: { ...revision.flow, name: 'Another name' } };
    const next = held(await desk.post(`${at}/revisions`, { revision: changed, why: 'w', live: true }, 'bob'));
    expect(await view(next.id)).toMatchObject({
      before: { number: 1, isLive: true },
      wants: 'live revision',
    });
    await approve(next.id, 'eve');
    const [, { hash } = { hash: '' }] = await desk.api.store.revisions.list(flowId);
    const back = held(await desk.post(`${at}/releases`, { hash, why: 'Back.' }, 'bob'));
    expect((await live(flowId))?.hash).not.toBe(hash);
    await approve(back.id, 'anna');
    expect(await live(flowId)).toMatchObject({ hash, why: 'Back.', approvedBy: 'anna' });
    expect(await desk.post(`${at}/releases`, { hash, why: 'Again.' }, 'bob')).toMatchObject({
      status: 409,
      body: { detail: 'Nothing is changed: this is what is live.' },
    });
  });

  it('keeps what was asked, whatever is done to the draft, and says that it changed since', async () => {
    const { id, flowId } = await asked('Goes on');
    await change(flowId, { late: { name: 'Late', start: START, variables: {} } });
    expect(await view(id)).toMatchObject({ draft: 'changed since', scenarios: {} });
    await approve(id, 'anna');
    const { hash = '' } = (await live(flowId)) ?? {};
    expect(await desk.api.store.revisions.scenarios(hash)).toEqual({});
    expect((await contentOf(flowId)).content.scenarios).toHaveProperty('late');
  });

  it('is sent back with a sentence, or withdrawn; then it can be asked anew', async () => {
    const { id, flowId } = await asked('Back and forth');
    const sent = await desk.post(`/api/approvals/${id}/send-back`, { why: 'Add a story.' }, 'anna');
    expect(sent.body).toMatchObject({
      state: 'sent back',
      decided: { by: { name: 'Anna' }, why: 'Add a story.' },
    });
    expect(await approve(id, 'eve')).toMatchObject({
      status: 409,
      body: { code: 'stale', detail: 'Anna sent it back before.' },
    });
    const again = held(
      await desk.post(`/api/flows/${flowId}/draft/release`, { version: 1, why: 'Now.' }, 'bob'),
    );
    const { body } = await desk.post(`/api/approvals/${again.id}/withdraw`, {}, 'bob');
    expect(body).toMatchObject({ state: 'withdrawn' });
    expect((await desk.acts(flowId)).slice(0, 4)).toEqual([
      ['bob', 'withdrew a publish', null],
      ['bob', 'asked for approval', 'Now.'],
      ['anna', 'sent a publish back', 'Add a story.'],
      ['bob', 'asked for approval', 'It begins.'],
    ]);
  });

  it('is published by one of two who approve at once, and the other is told by whom', async () => {
    const { id, flowId } = await asked('At once');
    const answers = await Promise.all([approve(id, 'anna'), approve(id, 'eve')]);
    expect(statuses(answers)).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(z.object({ detail: z.string() }).parse(refused?.body).detail).toMatch(
      /^(Anna|Eve) approved it before\.$/,
    );
    expect(await desk.api.store.releases.history(flowId)).toHaveLength(1);
  });

  it('is refused when another revision went live meanwhile; then it can only be sent back', async () => {
    const { id, flowId } = await asked('Overtaken');
    const { store } = desk.api;
    const { revision } = await view(id);
    const other = { ...revision, flow: { ...revision.flow, name: 'Started with' } };
    const { hash } = await store.revisions.put(other, { author: 'anna', why: '' });
    await store.releases.release(flowId, hash, 'anna', '');
    expect(await view(id)).toMatchObject({ isOvertaken: true });
    expect(await approve(id, 'anna')).toMatchObject({
      status: 422,
      body: { detail: 'Something else of this flow was published since this was asked.' },
    });
    expect((await live(flowId))?.hash).toBe(hash);
    expect((await desk.post(`/api/approvals/${id}/send-back`, { why: 'Look again.' }, 'anna')).status).toBe(
      200,
    );
  });

  it('keeps what stood against it in what is held and in the record', async () => {
    const { flowId } = await desk.began('All the same');
    const version = await change(flowId, hope);
    const at = `/api/flows/${flowId}/draft/release`;
    expect((await desk.post(at, { version, why: 'I hope.' }, 'bob')).status).toBe(422);
    const { id, despite } = held(await desk.post(at, { version, why: 'I hope.', anyway: true }, 'bob'));
    expect(despite).toEqual(['“A hope”: it should end with “put right” and ends with “done”.']);
    await approve(id, 'anna');
    const { hash = '' } = (await live(flowId)) ?? {};
    const { items } = await desk.api.store.audit.list({ subject: hash });
    expect(items).toMatchObject([{ act: 'released a revision', detail: { despite } }]);
  });

  it('goes for stories alone as well', async () => {
    const { id, flowId } = await asked('Stories');
    await approve(id, 'anna');
    await desk.post(`/api/flows/${flowId}/draft`, {}, 'bob');
    const fine = { fine: { name: 'Fine', start: START, variables: {}, expect: { outcome: 'done' } } };
    const version = await change(flowId, fine);
    const next = held(
      await desk.post(`/api/flows/${flowId}/draft/release`, { version, why: 'Told.' }, 'bob'),
    );
    expect(next.wants).toBe('stories');
    const before = await live(flowId);
    await approve(next.id, 'anna');
    expect(await live(flowId)).toEqual(before);
    expect(await desk.api.store.revisions.scenarios(before?.hash ?? '')).toEqual(fine);
    expect((await desk.api.as('sue').get(`/api/flows/${flowId}/stories`)).body).toMatchObject([
      { number: 1, by: { name: 'Bob' }, approvedBy: { name: 'Anna' }, why: 'Told.' },
    ]);
  });
});
