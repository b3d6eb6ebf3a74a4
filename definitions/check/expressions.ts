import type { TableProblem } from '../decision/compile.ts';
import { meantInstead } from '../decision/quoted.ts';
import type { Truth } from '../feel/compile.ts';
import type { ExpressionProblem } from '../feel/problem.ts';
import type { FlowNode } from '../flow/node.ts';
import type { CheckContext } from './context.ts';
import { sitesOf, type ExpressionSite } from './expression-sites.ts';
import { fitsAny } from './fits.ts';
import type { Fix } from './fix.ts';
import type { Issue, IssueCode, Place } from './issue.ts';
import { saidOfProblem } from './problem-words.ts';
import { factInstead } from './text-fix.ts';
import { typeWord, wordFor } from './wording.ts';

/** Expressions that are missing, that FEEL cannot read, that name what is not there, or yield what their place does not take. */
export function checkExpressions(context: CheckContext): readonly Issue[] {
  return [...context.graph.nodes.values()].flatMap((node) =>
    sitesOf(context, node).flatMap((site) => checkSite(context, node, site)),
  );
}

/** The issue that a problem of FEEL is by itself; undefined: only what it stands in is bad. */
export function issueCodeOf(code: TableProblem['code']): IssueCode | undefined {
  return code === 'unknown variable' || code === 'type mismatch' || code === 'text in expression'
    ? code
    : undefined;
}

function checkSite(context: CheckContext, node: FlowNode, site: ExpressionSite): readonly Issue[] {
  const place = { flow: context.flow.id, node: node.id, field: site.field };
  if (site.source.trim() === '') {
    const message = `${wordFor(node)}: an expression is missing.`;
    return [{ code: 'missing expression', severity: 'error', place, message }];
  }
  const { problems, type, truth } = context.compile(site.source, site.types);
  const issues = problems.map((problem): Issue => {
    const fix = fixFor(context, node, site, problem);
    return {
      code: issueCodeOf(problem.code) ?? 'bad expression',
      severity: problem.severity,
      place,
      message: `${wordFor(node)}: ${saidOfProblem(problem, site.source.slice(problem.from, problem.to))}`,
      ...(fix === undefined ? {} : { fix }),
    };
  });
  // A text that only stands there bare is no problem of the expression, but of its place.
  const isText =
    type.type === 'text' && site.wants.length > 0 && !site.wants.some((wanted) => wanted.type === 'text');
  if (isText) {
    const message = `${wordFor(node)}: a text is named where a fact is wanted. Derive a fact from it first.`;
    const fix = factInstead(context, node, site, site.source.trim());
    return [...issues, { code: 'text in expression', severity: 'error', place, message, fix }];
  }
  if (problems.some(({ severity }) => severity === 'error')) return issues;
  if (fitsAny(type, site.wants) !== 'no')
    return problems.length === 0 && type.type === 'boolean'
      ? truthIssues(truth(), place, wordFor(node))
      : issues;
  const wanted = site.wants.map(typeWord).join(' or ');
  const message = `${wordFor(node)}: this yields ${typeWord(type)}, and ${wanted} is wanted here.`;
  return [...issues, { code: 'type mismatch', severity: 'error', place, message }];
}

/** What is noted of a condition that decides nothing. */
function truthIssues(truth: Truth, place: Place, step: string): readonly Issue[] {
  if (truth === 'depends') return [];
  const [code, says] =
    truth === 'never'
      ? (['never true', 'this can never be true'] as const)
      : (['always true', 'this is always true if what it names is known'] as const);
  return [{ code, severity: 'warning', place, message: `${step}: ${says}.` }];
}

function fixFor(
  context: CheckContext,
  node: FlowNode,
  site: ExpressionSite,
  problem: ExpressionProblem,
): Fix | undefined {
  const { source, field } = site;
  const { code, from, to, nearest } = problem;
  const meant = meantInstead(problem);
  if (code === 'text in expression') return factInstead(context, node, site, source.slice(from, to));
  if (meant === undefined) return undefined;
  const value = source.slice(0, from) + meant + source.slice(to);
  return { title: `Write “${nearest ?? meant}”`, changes: [{ do: 'set', node: node.id, field, value }] };
}
