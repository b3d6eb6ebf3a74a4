import type { SyntaxNode } from '@lezer/common';
import { childrenOf, nameIn } from './node.ts';
import type { TypeSyntax } from './syntax.ts';

/** Reads a `Type` node. What is no known name is found out by the checker. */
export function readType(node: SyntaxNode, source: string): TypeSyntax {
  const at = { from: node.from, to: node.to };
  const list = node.getChild('ListType')?.getChild('Type');
  if (list) return { at, kind: 'list', of: readType(list, source) };
  const context = node.getChild('ContextType');
  if (context) {
    const fields = childrenOf(context.getChild('ContextEntryTypes'), 'ContextEntryType').flatMap((entry) => {
      const name = entry.getChild('Name');
      const type = entry.getChild('Type');
      return name && type ? [{ name: nameIn(name, source), type: readType(type, source) }] : [];
    });
    return { at, kind: 'context', fields };
  }
  if (node.getChild('FunctionType')) return { at, kind: 'function' };
  return { at, kind: 'named', name: source.slice(node.from, node.to).replace(/\s+/g, ' ') };
}
