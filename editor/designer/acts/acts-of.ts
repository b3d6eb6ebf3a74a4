import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { BandAct } from '../band-acts.ts';
import type { PaletteGroup, PaletteItem } from '../choices.ts';
import type { ViewActs } from '../canvas/canvas-tools.tsx';
import type { Chosen } from '../commands/remove.ts';
import { insideOf } from '../trail/inside-of.ts';
import type { DeskState } from '../desk.ts';
import type { Clipboard } from '../use-clipboard.ts';
import type { Sheet } from '../use-keys.ts';
import type { Act } from './act.ts';
import { bandActs } from './band-acts.ts';

/** What the acts of the designer are done on, and how. */
export interface ActsOn {
  readonly state: DeskState;
  readonly flow: Flow;
  readonly chosen: Chosen;
  readonly groups: readonly PaletteGroup[];
  readonly clipboard: Clipboard;
  /** The drawing is shown, and nothing is tried on it. */
  readonly isDrawing: boolean;
  /** A table or a word list lies over the drawing. */
  readonly isCovered: boolean;
  readonly view: ViewActs | null;
  undo(): void;
  redo(): void;
  tidy(): void;
  tryIt(): void;
  publish(): void;
  exportIt(): void;
  onChosen(chosen: Chosen): void;
  onAdd(item: PaletteItem): void;
  onBand(act: BandAct): void;
  onSheet(sheet: Sheet): void;
  onValues(): void;
  onStories(): void;
  onProblems(): void;
  onStep(flow: string, node: string): void;
  /** Into the flow that the chosen step calls, or to the table it decides by. */
  inside(): void;
  /** Back to the step that called the flow; null: one did not come by a call. */
  readonly back: (() => void) | null;
  onFlow(flow: string): void;
  onTable(id: string): void;
  onWords(id: string): void;
}

/** All that can be done in the designer: what the search of acts finds, and the sheet of keys tells. */
export function actsOf(on: ActsOn): readonly Act[] {
  return [...editing(on), ...looking(on), ...adding(on), ...going(on), ...bandActs(on)];
}

function editing({ state, flow, chosen, clipboard, isDrawing, view, ...on }: ActsOn): readonly Act[] {
  const { keys, ...said } = drawingWords.acts;
  const count = chosen.nodes.length + chosen.edges.length;
  const isOff = !isDrawing || count === 0;
  const isOne = count === 1 && view !== null;
  const all = { nodes: flow.nodes.map(({ id }) => id), edges: flow.edges.map(({ id }) => id) };
  const [undone, done] = [state.undone.at(-1)?.label, state.done.at(-1)?.label];
  const cut = (): void => {
    clipboard.copy();
    clipboard.remove();
  };
  return [
    { ...named('undo', said.undo, on.undo), keys: keys.undo, isOff: done === undefined, ...about(done) },
    { ...named('redo', said.redo, on.redo), keys: keys.redo, isOff: undone === undefined, ...about(undone) },
    { ...named('copy', said.copy, clipboard.copy), keys: keys.copy, isOff },
    { ...named('cut', said.cut, cut), keys: keys.cut, isOff },
    { ...named('paste', said.paste, clipboard.paste), keys: keys.paste, isOff: !isDrawing },
    { ...named('duplicate', said.duplicate, clipboard.duplicate), keys: keys.duplicate, isOff },
    { ...named('remove', said.remove, clipboard.remove), keys: keys.remove, isOff },
    { ...named('name', said.name, () => view?.name()), keys: keys.name, isOff: isOff || !isOne },
    { ...named('group', said.group, () => on.onSheet('group')), keys: keys.group, isOff: !isDrawing },
    { ...named('all', said.all, () => on.onChosen(all)), keys: keys.all, isOff: !isDrawing },
    {
      ...named('nothing', said.nothing, () => on.onChosen({ nodes: [], edges: [] })),
      keys: keys.nothing,
      isOff,
    },
    { id: 'move', label: said.move, keys: keys.move },
    { id: 'next', label: said.next, keys: keys.next },
    {
      ...named('inside', said.inside, on.inside),
      keys: keys.inside,
      isOff: !isDrawing || insideOf(flow, chosen) === undefined,
    },
    {
      ...named('back', said.back, () => on.back?.()),
      keys: keys.back,
      isOff: !isDrawing || on.back === null,
    },
    { ...named('tidy', said.tidy, on.tidy), isOff: !isDrawing },
  ];
}

function looking({ view, isDrawing, isCovered, flow, ...on }: ActsOn): readonly Act[] {
  const { keys, ...said } = drawingWords.acts;
  const isUnseen = view === null || isCovered;
  return [
    { id: 'acts', label: said.open, keys: keys.open },
    { ...named('find', said.find, () => on.onSheet('find')), keys: keys.find, isOff: isCovered },
    { ...named('sheet', said.sheet, () => on.onSheet('keys')), keys: keys.sheet },
    { ...named('try', said.tryIt, on.tryIt), keys: keys.tryIt, isOff: !isDrawing },
    { ...named('fit', said.fit, () => view?.fit()), isOff: isUnseen },
    { ...named('zoom in', said.zoomIn, () => view?.zoomIn()), isOff: isUnseen },
    { ...named('zoom out', said.zoomOut, () => view?.zoomOut()), isOff: isUnseen },
    { ...named('values', said.values, on.onValues), isOff: !isDrawing },
    { ...named('stories', said.stories, on.onStories), isOff: !isDrawing },
    { ...named('problems', said.problems, on.onProblems), isOff: isCovered },
    { ...named('drawing', said.drawing, () => on.onFlow(flow.id)), isOff: !isCovered },
    named('publish', said.publish, on.publish),
    named('export', said.exportIt, on.exportIt),
  ];
}

function adding({ groups, isDrawing, onAdd }: ActsOn): readonly Act[] {
  const { add } = drawingWords.acts;
  return groups.flatMap(({ title, items }) =>
    items.map((item) => ({
      ...named(`add ${item.key}`, add(item.title), () => onAdd(item)),
      about: title,
      isOff: !isDrawing,
    })),
  );
}

function going({ state: { content }, ...on }: ActsOn): readonly Act[] {
  const said = drawingWords.acts;
  const flows = [content.flow, ...Object.values(content.called)];
  return [
    ...flows.map(({ id, name }) => named(`flow ${id}`, said.flow(name), () => on.onFlow(id))),
    named('requirements', drawingWords.requirements.title, () => on.onSheet('requirements')),
    ...partsOf(content.tables).map(([id, name]) =>
      named(`table ${id}`, said.table(name), () => on.onTable(id)),
    ),
    ...partsOf(content.wordLists).map(([id, name]) =>
      named(`words ${id}`, said.list(name), () => on.onWords(id)),
    ),
    ...flows.flatMap((flow) =>
      flow.nodes.map(({ id, name }) => ({
        ...named(`step ${flow.id} ${id}`, said.step(name), () => on.onStep(flow.id, id)),
        about: flow.name,
      })),
    ),
  ];
}

function partsOf(parts: DraftContent['tables'] | DraftContent['wordLists']): readonly [string, string][] {
  return Object.values(parts).map(({ id, name }): [string, string] => [id, name]);
}

function named(id: string, label: string, run: () => void): Act & { readonly run: () => void } {
  return { id, label, run };
}

function about(label: string | undefined): { readonly about?: string } {
  return label === undefined ? {} : { about: label };
}
