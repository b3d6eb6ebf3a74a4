import type { Edge, Flow, Variable } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { BoundaryEvent, Repeat } from '../../definitions/flow/task.ts';
import type { Block, TimerShape } from './block.ts';
import { activity, ask, branch, decide, end, node, parallel, revision, start, wait } from './drawing.ts';

export interface BlockDrawing {
  readonly revision: Revision;
  /** By flow and join. */
  readonly branchesOf: ReadonlyMap<string, Branches>;
}

/** A join's split, and the nodes from which a token of one of the branches can still come to the join. */
export interface Branches {
  readonly split: string;
  readonly nodes: ReadonlySet<string>;
}

/** Makes a drawing of a block, between a start and an end. */
export function drawingOf(block: Block): BlockDrawing {
  const called: { [id: string]: Flow } = {};
  const branchesOf = new Map<string, Branches>();
  const root = drawFlow('root', block, called, branchesOf);
  return { revision: revision(root, { called }), branchesOf };
}

function drawFlow(
  id: string,
  block: Block,
  called: { [id: string]: Flow },
  branchesOf: Map<string, Branches>,
): Flow {
  const sheet = new Sheet(id, called, branchesOf);
  sheet.add(end());
  const first = sheet.draw(block, 'end');
  sheet.add(start());
  sheet.edge('start', 'out', first);
  return {
    schema: 1,
    id,
    name: id,
    variables: sheet.variables,
    lanes: [],
    nodes: sheet.nodes,
    edges: sheet.edges,
  };
}

/** One flow being drawn, backwards: each block is drawn towards the node that follows it. */
class Sheet {
  readonly nodes: FlowNode[] = [];
  readonly edges: Edge[] = [];
  readonly variables: Variable[] = [{ name: 'x', type: { type: 'any' } }];
  readonly flow: string;
  readonly called: { [id: string]: Flow };
  readonly branchesOf: Map<string, Branches>;
  /** Nodes of branches that lead to an end of their own, and of reminders. */
  readonly aside = new Set<string>();

  constructor(flow: string, called: { [id: string]: Flow }, branchesOf: Map<string, Branches>) {
    this.flow = flow;
    this.called = called;
    this.branchesOf = branchesOf;
  }

  add(drawn: FlowNode): string {
    this.nodes.push(drawn);
    return drawn.id;
  }
  edge(from: string, port: string, to: string): void {
    this.edges.push({ id: `e${this.edges.length}`, from: { node: from, port }, to });
  }
  fresh(what: string): string {
    return `${what}${this.nodes.length}`;
  }

  /** Draws the block and answers the node it begins at. */
  draw(block: Block, next: string): string {
    switch (block.is) {
      case 'row':
        return block.blocks.reduceRight((after, each) => this.draw(each, after), next);
      case 'activity': {
        const id = this.fresh('do');
        const failed: BoundaryEvent[] = block.onError
          ? [{ id: 'failed', name: 'failed', kind: 'error' }]
          : [];
        this.add(
          activity(id, { result: 'x', ...this.extras(block.repeat, [...failed, ...timerOf(block.timer)]) }),
        );
        if (block.onError) this.edge(id, 'failed', next);
        return this.wayOn(id, block.timer, next);
      }
      case 'ask': {
        const id = this.fresh('ask');
        const answeredBy = block.answeredBy ? { answeredBy: 'elsewhere' } : {};
        const reads = block.reads ? { reads: ['mention'] } : {};
        this.add(ask(id, { ...answeredBy, ...reads, ...this.extras(block.repeat, timerOf(block.timer)) }));
        return this.wayOn(id, block.timer, next);
      }
      case 'decide': {
        const id = this.add(decide(this.fresh('decide'), '1', 'x', this.extras(block.repeat, [])));
        return this.wayOn(id, null, next);
      }
      case 'wait':
        return this.wayOn(this.add(wait(this.fresh('wait'), 'PT1H')), null, next);
      case 'first of': {
        const wrote = this.draw(block.wrote, next);
        const silent = this.draw(block.silent, next);
        const limit = { kind: 'duration', for: 'duration("PT3H")' } as const;
        const arms = [
          { port: 'wrote', name: 'wrote', on: 'message', message: 'mention', accept: block.accept },
          { port: 'silent', name: 'silent', on: 'time', wait: limit },
        ] as const;
        const id = this.add(node('eventBasedGateway', this.fresh('first'), { arms }));
        this.edge(id, 'wrote', wrote);
        this.edge(id, 'silent', silent);
        return id;
      }
      case 'branch': {
        const yes = this.draw(block.yes, next);
        const no = this.draw(block.no, next);
        const id = this.add(branch(this.fresh('branch'), { yes: String(block.goes) }, 'no'));
        this.edge(id, 'yes', yes);
        this.edge(id, 'no', no);
        return id;
      }
      case 'split':
        return this.split(block, next);
      case 'loop':
        return this.loop(block, next);
      case 'call': {
        const flow = `${this.flow}.${this.nodes.length}`;
        this.called[flow] = drawFlow(flow, block.body, this.called, this.branchesOf);
        const extras = this.extras(block.repeat, timerOf(block.timer));
        const id = this.add(
          node('callActivity', this.fresh('call'), { flow, input: {}, output: {}, ...extras }),
        );
        return this.wayOn(id, block.timer, next);
      }
    }
  }

  /** Branches that end lead to an end of their own; the others, the first at least, to the join. */
  split(block: Extract<Block, { is: 'split' }>, next: string): string {
    const join = this.add(parallel(this.fresh('join')));
    this.edge(join, 'out', next);
    const before = this.nodes.length;
    const firsts = block.branches.map(({ body, ends: maybe }, i) => {
      const ends = maybe && i > 0;
      // A step of its own in front of the join, so that each branch has an edge and a node to stand on.
      const last = this.add(ends ? end(this.fresh('gone')) : decide(this.fresh('come'), String(i), 'x'));
      if (!ends) this.edge(last, 'out', join);
      const from = this.nodes.length - 1;
      const first = this.draw(body, last);
      if (ends) for (const { id } of this.nodes.slice(from)) this.aside.add(id);
      return first;
    });
    const coming = this.nodes.slice(before).filter(({ id }) => !this.aside.has(id));
    const id = this.add(parallel(this.fresh('split')));
    this.branchesOf.set(`${this.flow} ${join}`, { split: id, nodes: new Set(coming.map((each) => each.id)) });
    for (const first of firsts) this.edge(id, 'out', first);
    return id;
  }

  /** Counts its turns in a variable, and waits in each. */
  loop(block: Extract<Block, { is: 'loop' }>, next: string): string {
    const count = `n${this.variables.length}`;
    this.variables.push({ name: count, type: { type: 'number' }, initial: 0 });
    const again = this.fresh('again');
    this.add(branch(again, { yes: `${count} < ${block.times}` }, 'no'));
    const plus = this.add(decide(this.fresh('plus'), `${count} + 1`, count));
    const pause = this.add(wait(this.fresh('pause'), 'PT1H'));
    const body = this.draw(block.body, plus);
    const reset = this.add(decide(this.fresh('reset'), '0', count));
    this.edge(reset, 'out', pause);
    this.edge(pause, 'out', body);
    this.edge(plus, 'out', again);
    this.edge(again, 'yes', pause);
    this.edge(again, 'no', next);
    return reset;
  }

  extras(
    turns: number | null,
    boundary: readonly BoundaryEvent[],
  ): { repeat?: Repeat; boundary?: readonly BoundaryEvent[] } {
    const items = `[${Array.from({ length: turns ?? 0 }, (_, i) => i).join(', ')}]`;
    const repeat = turns === null ? {} : { repeat: { over: items, as: 'item', atMost: 2, collect: 'x' } };
    return { ...repeat, ...(boundary.length === 0 ? {} : { boundary }) };
  }

  wayOn(id: string, timer: TimerShape | null, next: string): string {
    this.edge(id, 'out', next);
    if (timer === 'interrupts') this.edge(id, 'late', next);
    else if (timer !== null) {
      const gone = this.add(end(this.fresh('reminded')));
      const remind = this.add(activity(this.fresh('remind')));
      this.edge(id, 'late', remind);
      this.edge(remind, 'out', gone);
      this.aside.add(remind).add(gone);
    }
    return id;
  }
}

function timerOf(shape: TimerShape | null): BoundaryEvent[] {
  if (shape === null) return [];
  const late = {
    id: 'late',
    name: 'late',
    kind: 'timer',
    wait: { kind: 'duration', for: 'duration("PT2H")' },
  } as const;
  if (shape === 'interrupts') return [{ ...late, interrupting: true }];
  return [{ ...late, interrupting: false, ...(shape === 'reminds thrice' ? { again: { atMost: 3 } } : {}) }];
}
