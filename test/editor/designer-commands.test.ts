import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { addStep, type StepTarget } from '../../editor/designer/commands/add-step.ts';
import { addBand, moveBand, moveBorder, removeBand } from '../../editor/designer/commands/bands.ts';
import { moveSteps } from '../../editor/designer/commands/change-step.ts';
import { copySteps, pasteSteps } from '../../editor/designer/commands/clipboard.ts';
import { connect, leadTo } from '../../editor/designer/commands/connect.ts';
import { fixed } from '../../editor/designer/commands/fixed.ts';
import { freePort } from '../../editor/designer/commands/free-port.ts';
import { groupSteps } from '../../editor/designer/commands/group/group-steps.ts';
import type { Command } from '../../editor/designer/commands/in-flow.ts';
import type { StepChoice } from '../../editor/designer/commands/new-step.ts';
import { nameArrow, nameStep } from '../../editor/designer/commands/rename.ts';
import { removeChosen } from '../../editor/designer/commands/remove.ts';
import { readCopiedSteps } from '../../editor/designer/read-clipboard.ts';
import type { Desk } from '../../editor/designer/desk.ts';
import { careRevision } from '../store/care-revision.ts';
import { fuzzRuns } from '../setup/fuzz.ts';
import { deskOf, ids } from './desk-of.ts';

const CARE = contentOf(careRevision());
const ROOT = CARE.flow.id;
const { activities } = careRevision();

const flowOf = (content: DraftContent): Flow => content.flow;
const edgesFrom = (content: DraftContent, node: string) =>
  flowOf(content)
    .edges.filter(({ from }) => from.node === node)
    .map(({ to }) => to);
const add = (choice: StepChoice, target: StepTarget, id = 'added'): Command =>
  addStep(ROOT, choice, target, { id, newId: ids() });

describe('a new step', () => {
  const before = newFlow('tiny', 'Tiny');
  const tiny = (choice: StepChoice, target: StepTarget): DraftContent =>
    addStep('tiny', choice, target, { id: 'added', newId: ids() })(before);

  it('put behind a step takes over what came behind it', () => {
    const after = tiny({ kind: 'userTask' }, { after: { node: 'arrives', port: 'out' } });
    expect(edgesFrom(after, 'arrives')).toEqual(['added']);
    expect(edgesFrom(after, 'added')).toEqual(['done']);
    expect(checkDraft(after, {}).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('put into an arrow parts it in two; an end lets nothing go on', () => {
    const [edge] = before.flow.edges;
    const after = tiny({ kind: 'intermediateCatchEvent' }, { into: edge?.id ?? '' });
    expect([edgesFrom(after, 'arrives'), edgesFrom(after, 'added')]).toEqual([['added'], ['done']]);
    const ended = tiny({ kind: 'endEvent' }, { into: edge?.id ?? '' });
    expect(edgesFrom(ended, 'added')).toEqual([]);
  });

  it('that decides brings a table to decide by and a variable for what comes out', () => {
    const after = tiny({ kind: 'businessRuleTask' }, { at: { x: 100, y: 300 } });
    const node = flowOf(after).nodes.find(({ id }) => id === 'added');
    if (node?.kind !== 'businessRuleTask' || !('table' in node.decision)) throw new Error('No decision.');
    expect(after.tables[node.decision.table]).toMatchObject({ hitPolicy: 'first' });
    expect(flowOf(after).variables.map(({ name }) => name)).toContain(node.result);
  });

  it('of every kind is of the shape that a draft has, and stands on no other card', () => {
    const kinds = ['businessRuleTask', 'exclusiveGateway', 'parallelGateway', 'userTask'] as const;
    const more = [
      'intermediateCatchEvent',
      'eventBasedGateway',
      'startEvent',
      'endEvent',
      'textAnnotation',
    ] as const;
    const choices: StepChoice[] = [
      ...[...kinds, ...more].map((kind) => ({ kind })),
      ...Object.values(activities).map((contract) => ({ kind: 'serviceTask', contract }) as const),
      ...Object.values(CARE.called).map((flow) => ({ kind: 'callActivity', flow }) as const),
    ];
    for (const choice of choices) {
      const after = add(choice, { at: CARE.flow.nodes[3]?.position ?? { x: 0, y: 0 } })(CARE);
      const shape = RevisionSchema.shape;
      expect(shape.flow.safeParse(after.flow).error?.issues).toBeUndefined();
      expect(shape.tables.safeParse(after.tables).success).toBe(true);
      const added = after.flow.nodes.find(({ id }) => id === 'added');
      const near = after.flow.nodes.filter(
        ({ id, position: { x, y } }) =>
          id !== 'added' &&
          Math.abs(x - (added?.position.x ?? 0)) < 164 &&
          Math.abs(y - (added?.position.y ?? 0)) < 44,
      );
      expect(near).toEqual([]);
    }
  });

  it('makes room in the row of what it is put before, and covers no card', () => {
    const at = (content: DraftContent, name: string) =>
      content.flow.nodes.find((node) => node.name === name)?.position;
    const owner = at(CARE, 'Give it an owner');
    const port = { node: 'urgency-team', port: 'out' };
    const after = add({ kind: 'exclusiveGateway' }, { after: port })(CARE);
    const added = after.flow.nodes.find(({ id }) => id === 'added');
    expect(added?.position).toEqual(owner);
    expect(at(after, 'Give it an owner')).toEqual({ x: (owner?.x ?? 0) + 200, y: owner?.y });
    const moved = after.flow.nodes.filter(
      ({ id, position }) => CARE.flow.nodes.find((node) => node.id === id)?.position !== position,
    );
    expect(moved.map(({ name }) => name)).toEqual(['Give it an owner', added?.name]);
  });
});

describe('taking steps away', () => {
  it('leads what came before a step to what came behind it', () => {
    const node = CARE.flow.nodes.find(
      ({ id, kind }) => kind === 'businessRuleTask' && edgesFrom(CARE, id).length === 1,
    );
    const id = node?.id ?? '';
    const [behind] = edgesFrom(CARE, id);
    const before = CARE.flow.edges.filter(({ to }) => to === id).map(({ from }) => from.node);
    const after = removeChosen(ROOT, { nodes: [id], edges: [] })(CARE);
    for (const from of before) expect(edgesFrom(after, from)).toContain(behind);
    expect(after.flow.edges.every((edge) => edge.from.node !== id && edge.to !== id)).toBe(true);
  });

  it('of everything leaves nothing, and of nothing the same draft', () => {
    const all = { nodes: CARE.flow.nodes.map(({ id }) => id), edges: [] };
    expect(removeChosen(ROOT, all)(CARE).flow).toMatchObject({ nodes: [], edges: [] });
    expect(removeChosen(ROOT, { nodes: ['nobody'], edges: ['none'] })(CARE)).toBe(CARE);
  });
});

describe('copied steps', () => {
  it('come to another flow with the tables, flows and variables that they need, under ids of their own', () => {
    const text = JSON.stringify(
      copySteps(
        CARE,
        ROOT,
        CARE.flow.nodes.map(({ id }) => id),
      ),
    );
    const copied = readCopiedSteps(text);
    if (copied === null) throw new Error('Not read.');
    const target = newFlow('tiny', 'Tiny');
    let made: readonly string[] = [];
    const after = pasteSteps('tiny', copied, { newId: ids() }, (all) => {
      made = all;
    })(target);
    expect(made).toHaveLength(CARE.flow.nodes.length);
    expect(after.flow.nodes).toHaveLength(CARE.flow.nodes.length + 2);
    expect(Object.keys(after.tables).sort()).toEqual(Object.keys(CARE.tables).sort());
    expect(Object.keys(after.called).sort()).toEqual(Object.keys(CARE.called).sort());
    const unknown = checkDraft(after, activities).filter(
      ({ code }) => code.startsWith('unknown') && code !== 'unknown activity',
    );
    expect(unknown).toEqual([]);
  });

  it('share a table that stands there already, and stand beside one that was changed meanwhile', () => {
    const node = CARE.flow.nodes.find((one) => one.kind === 'businessRuleTask');
    const copied = copySteps(CARE, ROOT, [node?.id ?? '']);
    if (copied === null) throw new Error('Not copied.');
    const [id, table] = Object.entries(copied.tables)[0] ?? [];
    if (id === undefined || table === undefined) throw new Error('No table.');
    expect(Object.keys(pasteSteps(ROOT, copied, { newId: ids() })(CARE).tables)).toEqual(
      Object.keys(CARE.tables),
    );
    const changed = { ...CARE, tables: { ...CARE.tables, [id]: { ...table, name: 'Mine' } } };
    const after = pasteSteps(ROOT, copied, { newId: ids() })(changed);
    expect(after.tables[id]?.name).toBe('Mine');
    expect(Object.keys(after.tables)).toHaveLength(Object.keys(CARE.tables).length + 1);
  });

  it('are not taken from a text that is none, of another version, or without end', () => {
    const steps = copySteps(CARE, ROOT, [CARE.flow.nodes[0]?.id ?? '']);
    const deep = `{"format":"earshot steps","nodes":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    for (const text of [
      '',
      'hello',
      '{}',
      '[]',
      'null',
      deep,
      JSON.stringify({ ...steps, format: 'earshot steps 9' }),
    ])
      expect(readCopiedSteps(text)).toBeNull();
    expect(readCopiedSteps(JSON.stringify({ ...steps, nodes: [{ kind: 'constructor' }] }))).toBeNull();
    expect(readCopiedSteps(JSON.stringify(steps))).not.toBeNull();
  });
});

describe('a desk', () => {
  const pick = fc.nat();
  const step = fc.record({ what: fc.nat(15), a: pick, b: pick, x: fc.integer({ min: -500, max: 3000 }) });

  /** One of all acts, on whatever there is. */
  function act(
    desk: Desk,
    { what, a, b, x }: { what: number; a: number; b: number; x: number },
    newId: () => string,
  ) {
    const { content } = desk.state();
    const { nodes, edges, lanes } = content.flow;
    const node = nodes[a % Math.max(1, nodes.length)];
    const other = nodes[b % Math.max(1, nodes.length)];
    const edge = edges[a % Math.max(1, edges.length)];
    const port = node && freePort(content.flow, node.id);
    const lane = lanes[b % Math.max(1, lanes.length)]?.id;
    const issue = checkDraftOnce(content)[a % 7];
    const choice: StepChoice = {
      kind: (['userTask', 'businessRuleTask', 'exclusiveGateway'] as const)[b % 3] ?? 'userTask',
    };
    const commands: readonly (Command | undefined)[] = [
      addStep(ROOT, choice, { at: { x, y: x } }, { id: newId(), newId }),
      edge && addStep(ROOT, choice, { into: edge.id }, { id: newId(), newId }),
      node && moveSteps(ROOT, new Map([[node.id, { x, y: b % 900 }]])),
      node && other && port !== undefined
        ? connect(ROOT, { node: node.id, port }, other.id, newId())
        : undefined,
      edge && other && leadTo(ROOT, edge.id, other.id),
      edge && nameArrow(ROOT, edge.id, b % 2 === 0 ? '' : `way ${x}`),
      node && nameStep(ROOT, node.id, `step ${x}`),
      addBand(ROOT, { id: newId(), name: `band ${x}` }, lane ?? null),
      lane === undefined ? undefined : removeBand(ROOT, lane),
      lane === undefined ? undefined : moveBand(ROOT, lane, a % 2 === 0 ? 'up' : 'down'),
      lane === undefined ? undefined : moveBorder(ROOT, lane, x),
      node && removeChosen(ROOT, { nodes: [node.id], edges: edge ? [edge.id] : [] }),
      node && pasteOf(content, [node.id, other?.id ?? ''], newId),
      issue?.fix && fixed(issue.place.flow, issue.fix),
      edge && groupSteps(ROOT, [edge.from.node, edge.to], { name: `Group ${x}`, newId }),
    ];
    const command = commands[what];
    if (command === undefined) desk.undo();
    else desk.do(`act ${what}`, command);
  }
  const pasteOf = (content: DraftContent, chosen: readonly string[], newId: () => string): Command => {
    const copied = copySteps(content, ROOT, chosen);
    return copied === null ? (same) => same : pasteSteps(ROOT, copied, { newId });
  };
  const checkDraftOnce = (content: DraftContent) => checkDraft({ ...content, called: {} }, {}).slice(0, 7);

  it('takes everything back to the start and does it all again, byte for byte', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const desk = deskOf(CARE);
        const newId = ids();
        for (const one of steps) act(desk, one, newId);
        const end = canonicalJson(desk.state().content);
        const count = desk.state().done.length;
        for (let i = 0; i < count; i += 1) desk.undo();
        expect(desk.state().done).toEqual([]);
        expect(canonicalJson(desk.state().content)).toBe(canonicalJson(CARE));
        for (let i = 0; i < count; i += 1) desk.redo();
        expect(canonicalJson(desk.state().content)).toBe(end);
      }),
      { numRuns: fuzzRuns(10) },
    );
  });

  it('holds nothing of what changes nothing', () => {
    const desk = deskOf(CARE);
    desk.do('Nothing', (content) => content);
    desk.do('The same again', (content) => ({ ...content, flow: { ...content.flow } }));
    expect(desk.state().done).toEqual([]);
    desk.undo();
    desk.redo();
    expect(desk.state().content).toBe(CARE);
  });
});
