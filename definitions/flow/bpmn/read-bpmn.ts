import {
  element,
  elements,
  foreignAttribute,
  isElement,
  text,
  type XmlElement,
} from '../../decision/dmn/element.ts';
import { OWN_ID } from '../../decision/dmn/type-ref.ts';
import { BOUNDS } from '../bounds.ts';
import type { DraftContent } from '../draft.ts';
import { formatFlowFile } from '../file/format-flow-file.ts';
import { readFlowFile, type FlowFileIssue } from '../file/read-flow-file.ts';
import { flowIdFor } from '../flow-names.ts';
import type { Flow } from '../flow.ts';
import { boxesIn } from './boxes.ts';
import { nameOf, nameTheRest } from './elsewhere.ts';
import { keepOwn } from './keep-own.ts';
import { leftOuts, quotedShort, type Leave, type LeftOut } from './left-out.ts';
import { openBpmn } from './open-bpmn.ts';
import { OWN_CONTENT } from './own-names.ts';
import { flowOf, type Around } from './read-process.ts';
import { cut, foreignText, USED_WORDS } from './read-step.ts';
import { bpmnOf } from './write-bpmn.ts';

export type BpmnReading =
  | { readonly content: DraftContent; readonly leftOut: readonly LeftOut[] }
  | { readonly issues: readonly FlowFileIssue[] };

/** Sub-processes within sub-processes. */
const MOST_NESTED = 20;

/**
 * Reads a BPMN 2.0 file as a flow with those it calls. What a flow cannot say is named, each by itself; of a file that
 * Earshot wrote and nobody changed, all comes back as it was. Whether the flow is right is for `check` to say. Throws
 * nothing.
 */
export async function readBpmn(xml: string): Promise<BpmnReading> {
  const opened = await openBpmn(xml);
  if ('issues' in opened) return opened;
  const { root, passedOver, warnings } = opened;
  const { leave, all } = leftOuts();
  for (const { message, place } of passedOver) leave(`Line ${place.line}`, message);
  for (const warning of warnings) {
    const [, missing] = /unresolved reference <([^]*)>/.exec(warning) ?? [];
    if (missing !== undefined)
      leave(`What refers to ${quotedShort(missing)}`, 'There is nothing of that id in the file.');
  }
  const kept = ownContent(root);
  if (kept === 'broken')
    leave('What Earshot kept in this file', 'It can no longer be read; the flow is read as BPMN says it.');
  const own = kept === 'broken' ? undefined : kept;
  const theirs = flowsIn(root, own?.flow.id, leave);
  if (theirs === undefined)
    return {
      issues: [
        { message: 'There is no process in this file.', whatToDo: 'Take one with a process drawn in it.' },
      ],
    };
  nameEmptyPools(root, leave);
  nameTheRest(root, USED_WORDS, theirs.others, leave);
  if (own === undefined) return checked(contentWith(theirs), all());
  const written = await openBpmn(await bpmnOf(own, 'shortest'));
  const before = 'issues' in written ? undefined : flowsIn(written.root, own.flow.id, () => undefined);
  if (before === undefined) return checked(contentWith(theirs), all());
  const content: DraftContent = {
    ...own,
    flow: keepOwn(own.flow, before.flow, theirs.flow, leave),
    called: calledOf(own, before, theirs, leave),
  };
  return checked(content, all());
}

interface Flows {
  readonly flow: Flow;
  readonly called: { readonly [id: string]: Flow };
  /** Processes that were left out. */
  readonly others: readonly XmlElement[];
}

function contentWith({ flow, called }: Flows): DraftContent {
  return { flow, called, tables: {}, wordLists: {}, calendars: {}, scenarios: {} };
}

/** Flows that are called are told apart by their ids, whatever key they stand under. */
function calledOf(own: DraftContent, before: Flows, theirs: Flows, leave: Leave): DraftContent['called'] {
  const kept = Object.entries(own.called).map(([key, flow]): [string, Flow] => {
    const [was, now] = [before.called[flow.id], theirs.called[flow.id]];
    return [key, was === undefined || now === undefined ? flow : keepOwn(flow, was, now, leave)];
  });
  const known = new Set(kept.map(([, { id }]) => id));
  const others = Object.entries(theirs.called).filter(([id]) => !known.has(id));
  return Object.fromEntries([...kept, ...others]);
}

/** Nothing that a file holds may be more than a flow can hold. */
function checked(content: DraftContent, leftOut: readonly LeftOut[]): BpmnReading {
  const all = [content.flow, ...Object.values(content.called)];
  if (all.some(({ nodes, edges }) => nodes.length > BOUNDS.nodes || edges.length > BOUNDS.edges))
    return {
      issues: [
        {
          message: `A process has more than ${BOUNDS.nodes} steps or ${BOUNDS.edges} arrows, which is more than a flow can hold.`,
          whatToDo: 'Take a part of it out into a process of its own.',
        },
      ],
    };
  const reading = readFlowFile(formatFlowFile(content));
  return 'issues' in reading ? reading : { content: reading.content, leftOut };
}

/** What Earshot wrote into the file beside what BPMN says. */
function ownContent(root: XmlElement): DraftContent | 'broken' | undefined {
  for (const one of elements(root, 'rootElements')) {
    const values = element(one, 'extensionElements')?.['values'];
    for (const value of Array.isArray(values) ? values : []) {
      if (!isElement(value) || value.$type !== OWN_CONTENT) continue;
      const reading = readFlowFile(text(value, '$body') ?? '');
      return 'content' in reading ? reading.content : 'broken';
    }
  }
  return undefined;
}

/** The processes of a file as flows: one, and those that it calls. */
function flowsIn(root: XmlElement, ownId: string | undefined, leave: Leave): Flows | undefined {
  const processes = elements(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const main = mainOf(processes, ownId);
  if (main === undefined) return undefined;
  const boxOf = boxesIn(root);
  const byId = new Map(processes.map((one) => [text(one, 'id') ?? '', one]));
  const ids = new Map<XmlElement, string>();
  const taken = new Set<string>();
  const called = new Map<string, Flow>();
  const idOf = (one: XmlElement): string => {
    const known = ids.get(one);
    if (known !== undefined) return known;
    const id = foreignAttribute(one, OWN_ID) ?? flowIdFor(text(one, 'name') ?? text(one, 'id') ?? '', taken);
    taken.add(id);
    ids.set(one, id);
    return id;
  };
  /** Flows that are called and not read yet; read one after the other, however deep they call each other. */
  const open: { readonly one: XmlElement; readonly nested: number }[] = [];
  const aroundAt = (nested: number): Around => ({
    leave,
    boxOf,
    isOwn: ownId !== undefined,
    flowCalled(one) {
      if (one.$type === 'bpmn:CallActivity') {
        const said = text(one, 'calledElement') ?? foreignText(one, 'zeebe:calledElement', 'processId') ?? '';
        const process = byId.get(said.replace(/^.*:/, '')) ?? byId.get(said);
        return process === undefined ? cut(said) : within(process, 0);
      }
      return /(?:SubProcess|Transaction)$/.test(one.$type) ? within(one, nested + 1) : '';
    },
  });
  const within = (one: XmlElement, nested: number): string => {
    const isNew = !ids.has(one);
    const id = idOf(one);
    if (!isNew) return id;
    if (nested > MOST_NESTED)
      leave(
        `What is in ${quotedShort(nameOf(one) ?? '')}`,
        `Sub-processes nest deeper than ${MOST_NESTED} here.`,
      );
    else open.push({ one, nested });
    return id;
  };
  const flow = flowOf(main, idOf(main), aroundAt(0));
  // Those that Earshot wrote are flows that belong together, whether one calls the other or not.
  if (ownId !== undefined) for (const one of processes) if (one !== main) within(one, 0);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (called.size >= BOUNDS.parts) {
      leave(
        `What is in ${quotedShort(nameOf(next.one) ?? '')}`,
        `A flow calls at most ${BOUNDS.parts} others.`,
      );
      continue;
    }
    const id = idOf(next.one);
    called.set(id, flowOf(next.one, id, aroundAt(next.nested)));
  }
  const others = processes.filter((one) => one !== main && !ids.has(one));
  for (const one of others)
    leave(
      `The process ${quotedShort(poolOf(root, one) ?? nameOf(one) ?? '')} with its ${elements(one, 'flowElements').length} parts`,
      `A flow is one process; this one is ${quotedShort(nameOf(main) ?? '')}.`,
    );
  return { flow, called: Object.fromEntries(called), others };
}

/** The process that calls the others, and is the largest of those. */
function mainOf(processes: readonly XmlElement[], ownId: string | undefined): XmlElement | undefined {
  const own = processes.find((one) => ownId !== undefined && foreignAttribute(one, OWN_ID) === ownId);
  if (own !== undefined) return own;
  const called = new Set(
    processes.flatMap((one) =>
      elements(one, 'flowElements').flatMap((step) => text(step, 'calledElement') ?? []),
    ),
  );
  const sizeOf = (one: XmlElement): number => elements(one, 'flowElements').length;
  const free = processes.filter((one) => !called.has(text(one, 'id') ?? ''));
  const [first, ...others] = free.length > 0 ? free : processes;
  return others.reduce<XmlElement | undefined>(
    (best, one) => (best === undefined || sizeOf(one) > sizeOf(best) ? one : best),
    first,
  );
}

function poolsOf(root: XmlElement): readonly XmlElement[] {
  return elements(root, 'rootElements').flatMap((one) => elements(one, 'participants'));
}

function poolOf(root: XmlElement, process: XmlElement): string | undefined {
  return text(
    poolsOf(root).find((pool) => element(pool, 'processRef') === process),
    'name',
  );
}

function nameEmptyPools(root: XmlElement, leave: Leave): void {
  for (const pool of poolsOf(root))
    if (element(pool, 'processRef') === undefined)
      leave(
        `The pool ${quotedShort(nameOf(pool) ?? '')}`,
        'There are no steps in it; a flow is drawn without those it talks to.',
      );
}
