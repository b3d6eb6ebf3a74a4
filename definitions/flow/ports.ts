import { OUT } from './base.ts';
import type { FlowNode } from './node.ts';

/** A place of a node where a way on begins. `name` is what the drawing writes beside it; '' for the only way on. */
export interface Port {
  readonly port: string;
  readonly name: string;
  readonly what: 'out' | 'branch' | 'default' | 'arm' | 'error' | 'timer';
}

const ONLY_OUT: readonly Port[] = [{ port: OUT, name: '', what: 'out' }];

/** The ports a node offers, in drawn order: its own first, then those of its boundary events. */
export function portsOf(node: FlowNode): readonly Port[] {
  switch (node.kind) {
    case 'startEvent':
    case 'parallelGateway':
    case 'intermediateCatchEvent':
      return ONLY_OUT;
    case 'endEvent':
    case 'textAnnotation':
      return [];
    case 'businessRuleTask':
    case 'serviceTask':
    case 'userTask':
    case 'callActivity':
      return [
        ...ONLY_OUT,
        ...(node.boundary ?? []).map((event): Port => ({
          port: event.id,
          name: event.name,
          what: event.kind,
        })),
      ];
    case 'exclusiveGateway': {
      const branches = node.branches.map(({ port, name }): Port => ({ port, name, what: 'branch' }));
      const { defaultPort } = node;
      // A branch may itself be the default; then its port is not offered twice.
      if (defaultPort === undefined || branches.some(({ port }) => port === defaultPort)) return branches;
      return [...branches, { port: defaultPort, name: '', what: 'default' }];
    }
    case 'eventBasedGateway':
      return node.arms.map(({ port, name }): Port => ({ port, name, what: 'arm' }));
  }
}
