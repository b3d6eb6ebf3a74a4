import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import { COMPILER, compileRevision } from '../../engine/interpreter/compile-revision.ts';
import { revisionSource } from '../../workers/host/revision-source.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { decide, edges, end, flow, revision, start } from '../interpreter/drawing.ts';
import { openTestStore, type TestStore } from './test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.drop());

/** A flow that decides once. */
function deciding(name: string): Revision {
  return revision(
    flow(
      name,
      { n: 'number', r: 'any' },
      [start(), decide('d', 'n + 1', 'r'), end()],
      edges('start > d', 'd > end'),
    ),
  );
}

describe('what the sandbox is given of a revision', () => {
  const drawn = deciding('planned');

  it('is the revision with its plans; those that nobody made yet are made, and kept', async () => {
    const { store } = test;
    const { hash } = await store.revisions.put(drawn, { author: 'ann', why: '' });
    expect(await store.plans.get(hash, COMPILER)).toBeNull();
    const text = (await revisionSource(store)(hash)) ?? '';
    const compiled = compileRevision(drawn);
    expect(compiled.plans).toHaveLength(1);
    expect(JSON.parse(text)).toEqual({ revision: drawn, compiled });
    expect(JSON.parse((await store.plans.get(hash, COMPILER)) ?? '')).toEqual(compiled);
  });

  it('is read once, and then has what was kept', async () => {
    const { store } = test;
    const { hash } = await store.revisions.put(drawn, { author: 'ann', why: '' });
    await store.plans.put(hash, COMPILER, '{"plans":[]}');
    let reads = 0;
    const source = revisionSource({
      plans: store.plans,
      revisions: {
        ...store.revisions,
        raw: (wanted) => {
          reads += 1;
          return store.revisions.raw(wanted);
        },
      },
    });
    const texts = await Promise.all([source(hash), source(hash)]);
    expect(JSON.parse(texts[0] ?? '')).toEqual({ revision: drawn, compiled: { plans: [] } });
    expect(texts[1]).toBe(texts[0]);
    expect(reads).toBe(1);
  });

  it('does without being kept where the store takes no write', async () => {
    const { store } = test;
    const other = deciding('unkept');
    const { hash } = await store.revisions.put(other, { author: 'ann', why: '' });
    const plans = { get: store.plans.get, put: () => Promise.reject(new Error('the disk is full')) };
    const text = await revisionSource({ revisions: store.revisions, plans })(hash);
    expect(JSON.parse(text ?? '')).toEqual({ revision: other, compiled: compileRevision(other) });
    expect(await store.plans.get(hash, COMPILER)).toBeNull();
  });

  it('is nothing for a hash that is not there, and looked for again', async () => {
    const source = revisionSource(test.store);
    const late = deciding('late');
    const hash = contentHash(late);
    expect(await source(hash)).toBeNull();
    await test.store.revisions.put(late, { author: 'ann', why: '' });
    expect(JSON.parse((await source(hash)) ?? '')).toMatchObject({ revision: late });
  });
});
