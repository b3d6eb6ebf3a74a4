import type { FlowNode } from '../flow/node.ts';
import type { ValueType } from '../flow/value-type.ts';
import type { CheckContext } from './context.ts';
import type { ExpressionSite } from './expression-sites.ts';
import type { Fix } from './fix.ts';

/**
 * The fix for an expression that looks into a text: a fact of its own holds what the expression says, and stands in
 * its place. `named` is the stretch of source in which the text is named.
 */
export function factInstead(context: CheckContext, node: FlowNode, site: ExpressionSite, named: string): Fix {
  const text = textNamed(context, site, named);
  const only = site.wants.length === 1 ? site.wants[0] : undefined;
  const type: ValueType = only ?? { type: 'boolean' };
  const name = factName(context, text, site.source);
  const fact = { name, type, description: `Derived from “${text}”: ${site.source}` };
  return {
    title: `Make it a fact, “${name}”`,
    changes: [
      { do: 'add variable', variable: fact },
      { do: 'derive fact', text, fact, expression: site.source, before: node.id },
      { do: 'set', node: node.id, field: site.field, value: name },
    ],
  };
}

/** The declared text that is named, by the longest name that stands there. */
function textNamed({ flow }: CheckContext, site: ExpressionSite, named: string): string {
  const texts = flow.variables.filter(({ type }) => type.type === 'text').map(({ name }) => name);
  const longest = texts.sort((a, b) => b.length - a.length);
  return (
    longest.find((name) => named.includes(name)) ??
    longest.find((name) => site.source.includes(name)) ??
    named
  );
}

/** '<text> says <first words looked for>', or '<text> fact', with a number if that is taken. */
function factName({ flow }: CheckContext, text: string, source: string): string {
  const quoted = /"([^"\\]+)"/.exec(source)?.[1] ?? '';
  const words = quoted.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const stem =
    words.length === 0 ? `${text} fact` : `${text} says ${words.slice(0, 3).join(' ').slice(0, 40)}`;
  const taken = new Set(flow.variables.map(({ name }) => name.toLowerCase()));
  let name = stem;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem} ${number}`;
  return name;
}
