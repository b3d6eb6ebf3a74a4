import { describe, expect, it } from 'vitest';
import { EditSchema } from '../../definitions/edit/edit.schema.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { canvasArrows } from '../../editor/designer/canvas/canvas-nodes.ts';
import { nameField, namingOf } from '../../editor/designer/canvas/naming.ts';
import type { Command } from '../../editor/designer/commands/in-flow.ts';
import { nameArrow, nameOfArrow, nameStep, writeNote } from '../../editor/designer/commands/rename.ts';
import { did } from '../../editor/designer/session/acts.ts';
import { begun } from '../../editor/designer/session/state.ts';
import { largeContent } from '../bench/editor/large-flow.ts';
import { careRevision } from '../store/care-revision.ts';
import { deskOf } from './desk-of.ts';

const CARE = contentOf(careRevision());
const ROOT = CARE.flow.id;
const PRAISE = 'is-it-praise.praise>thank-them';
const DEFAULT = 'is-it-praise.matter>urgency-team';
const arrow = ({ flow }: DraftContent, id: string) => flow.edges.find((edge) => edge.id === id);
const said = (content: DraftContent, id: string): string => {
  const edge = arrow(content, id);
  return edge === undefined ? '' : nameOfArrow(content.flow, edge);
};
const wayOf = ({ flow }: DraftContent, port: string): string | undefined => {
  const node = flow.nodes.find(({ id }) => id === 'is-it-praise');
  return node?.kind === 'exclusiveGateway'
    ? node.branches.find((branch) => branch.port === port)?.name
    : undefined;
};
/** The draft with an arrow that has no name of its own, as those have that are drawn by hand. */
const drawnByHand = (id: string): DraftContent => ({
  ...CARE,
  flow: {
    ...CARE.flow,
    edges: CARE.flow.edges.map((edge) => {
      const { name, ...bare } = edge;
      return edge.id === id && name !== undefined ? bare : edge;
    }),
  },
});

describe('the name of an arrow', () => {
  it('is that of the branch it leaves by, and both are renamed as one', () => {
    const before = drawnByHand(PRAISE);
    const after = nameArrow(ROOT, PRAISE, 'praise alone')(before);
    expect([said(after, PRAISE), wayOf(after, 'praise')]).toEqual(['praise alone', 'praise alone']);
    expect(arrow(after, PRAISE)).toBe(arrow(before, PRAISE));
    expect(said(nameArrow(ROOT, PRAISE, '')(after), PRAISE)).toBe('');
  });

  it('follows in the branch where the arrow has the same name of its own', () => {
    const after = nameArrow(ROOT, PRAISE, 'thanks')(CARE);
    expect([arrow(after, PRAISE)?.name, wayOf(after, 'praise')]).toEqual(['thanks', 'thanks']);
  });

  it('is its own where it says something else than the branch, which stands there again without it', () => {
    const branch = wayOf(CARE, 'praise') ?? '';
    const own = {
      ...CARE,
      flow: {
        ...CARE.flow,
        edges: CARE.flow.edges.map((edge) => (edge.id === PRAISE ? { ...edge, name: 'my own' } : edge)),
      },
    };
    const after = nameArrow(ROOT, PRAISE, 'mine')(own);
    expect([said(after, PRAISE), wayOf(after, 'praise')]).toEqual(['mine', branch]);
    const without = nameArrow(ROOT, PRAISE, '')(after);
    expect([said(without, PRAISE), 'name' in (arrow(without, PRAISE) ?? {})]).toEqual([branch, false]);
  });

  it('is its own where the way has none', () => {
    const after = nameArrow(ROOT, DEFAULT, 'all others')(CARE);
    expect(arrow(after, DEFAULT)?.name).toBe('all others');
    expect(arrow(nameArrow(ROOT, DEFAULT, '')(after), DEFAULT)).not.toHaveProperty('name');
  });
});

describe('what is written in its place', () => {
  const note: DraftContent = {
    ...CARE,
    flow: {
      ...CARE.flow,
      nodes: [
        ...CARE.flow.nodes,
        { id: 'note', kind: 'textAnnotation', name: 'Note', position: { x: 8, y: 12 }, text: 'one' },
      ],
    },
  };

  it('is one act, taken back exactly, and none where it is as before', () => {
    const acts: readonly Command[] = [
      nameArrow(ROOT, PRAISE, 'thanks'),
      nameArrow(ROOT, DEFAULT, ''),
      nameStep(ROOT, 'is-it-praise', 'Do they praise us?'),
      writeNote(ROOT, 'note', 'one\ntwo'),
    ];
    for (const act of acts) {
      const desk = deskOf(note);
      desk.do('Written', act);
      const after = canonicalJson(desk.state().content);
      expect(after).not.toBe(canonicalJson(note));
      desk.do('Once more', act);
      expect(desk.state().done).toHaveLength(1);
      desk.undo();
      expect(canonicalJson(desk.state().content)).toBe(canonicalJson(note));
      desk.redo();
      expect(canonicalJson(desk.state().content)).toBe(after);
    }
  });

  it('may be as long as a name can be, and what was done is called so that an edit can hold it', () => {
    const name = `${'n'.repeat(485)}${'\u{1F600}'.repeat(7)}`;
    const session = did(begun(1, CARE), {
      id: 'long',
      label: `Named it “${name}”`,
      after: nameStep(ROOT, 'is-it-praise', name)(CARE),
    });
    const [edit] = session.pending;
    expect(EditSchema.safeParse(edit).error?.issues).toBeUndefined();
    expect(edit?.label).toMatch(/^Named it “n+\u{1F600}+…$/u);
  });

  it('is asked for by what is chosen, if it is one thing', () => {
    const { flow } = note;
    expect(namingOf(flow, { nodes: ['note'], edges: [] })).toEqual({ of: 'note', id: 'note' });
    expect(namingOf(flow, { nodes: ['answer'], edges: [] })).toEqual({ of: 'step', id: 'answer' });
    expect(namingOf(flow, { nodes: [], edges: [PRAISE] })).toEqual({ of: 'arrow', id: PRAISE });
    for (const chosen of [
      { nodes: [], edges: [] },
      { nodes: ['answer', 'note'], edges: [] },
      { nodes: ['answer'], edges: [PRAISE] },
      { nodes: ['gone'], edges: [] },
    ])
      expect(namingOf(flow, chosen)).toBeNull();
  });
});

describe('the field in which it is written', () => {
  const fieldOf = (flow: Flow, id: string) => nameField(flow, canvasArrows(flow, []), { of: 'arrow', id });

  it('stands on the words of an arrow that has a way of its own', () => {
    const field = fieldOf(CARE.flow, PRAISE);
    const from = CARE.flow.nodes.find(({ id }) => id === 'is-it-praise')?.position;
    expect(field).toMatchObject({ text: said(CARE, PRAISE), most: 500 });
    const away = Math.hypot((field?.x ?? 0) - (from?.x ?? 0), (field?.y ?? 0) - (from?.y ?? 0));
    expect(away).toBeLessThan(300);
  });

  it('stands between the cards where an arrow has no way of its own, and tells what stands there without a name', () => {
    const { flow } = largeContent('large');
    const [edge] = flow.edges.filter(({ from }) => from.port === 'no');
    const field = fieldOf(flow, edge?.id ?? '');
    const [from, to] = [edge?.from.node, edge?.to].map(
      (end) => flow.nodes.find(({ id }) => id === end)?.position.x ?? 0,
    );
    expect(field).toMatchObject({ text: '', otherwise: 'otherwise', anchor: 'middle' });
    expect(field?.x).toBeGreaterThan(Math.min(from ?? 0, to ?? 0));
    expect(field?.x).toBeLessThan(Math.max(from ?? 0, to ?? 0) + 200);
  });

  it('is none where what it is for went away', () => {
    expect(fieldOf(CARE.flow, 'gone')).toBeNull();
    expect(nameField(CARE.flow, [], { of: 'step', id: 'gone' })).toBeNull();
  });
});
