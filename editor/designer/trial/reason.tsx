import type { ReactNode } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import { lookUp } from '../../../definitions/check/environment.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import type { TrailView } from '../../../definitions/model/views/case-detail.ts';
import { answerOnLeaving, decisionIn, gotIn, requiredIn } from '../../cases/decision.ts';
import { ArmsBody, BranchBody, SplitBody } from '../../cases/step/branch-body.tsx';
import { RuleDecision, TableDecision } from '../../cases/step/decision-body.tsx';
import { DecidedFirst } from '../../cases/step/decided-first.tsx';
import { GotAndAnswered } from '../../cases/step/got-and-answered.tsx';
import { occasionsOf, type Occasion } from '../../cases/step/occasion.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { causeOf } from '../../stuck/cause.ts';
import styles from './trial.module.css';

/** Why a step came out as it did the last time it was come to: the row that decided, the way that was open, what it gave. */
export function Reason({
  node,
  flowId,
  content,
  trail,
}: {
  readonly node: FlowNode;
  readonly flowId: string;
  readonly content: DraftContent;
  readonly trail: readonly TrailView[];
}): ReactNode {
  const flow = flowIn(content, flowId);
  const occasion = occasionsOf(trail, flowId, node.id).at(-1);
  if (flow === undefined || occasion === undefined) return null;
  if (occasion.ended === null && occasion.entries.at(-1)?.what === 'stuck')
    return <WhyStuck node={node} occasion={occasion} />;
  switch (node.kind) {
    case 'businessRuleTask': {
      const decision = decisionIn(occasion.ended ?? undefined);
      if ('expression' in node.decision)
        return <RuleDecision rule={node.decision.expression} decision={decision} />;
      const table = lookUp(content.tables, node.decision.table);
      return table === undefined ? null : (
        <>
          <TableDecision table={table} decision={decision} at={(occasion.ended ?? occasion.came).at} isList />
          <DecidedFirst
            tables={content.tables}
            decisions={requiredIn(occasion.ended ?? undefined)}
            at={(occasion.ended ?? occasion.came).at}
            isList
          />
        </>
      );
    }
    case 'exclusiveGateway':
      return <BranchBody node={node} flow={flow} occasion={occasion} />;
    case 'eventBasedGateway':
      return <ArmsBody node={node} occasion={occasion} />;
    case 'parallelGateway':
      return <SplitBody node={node} flow={flow} />;
    case 'serviceTask':
      return (
        <GotAndAnswered
          got={gotIn(occasion.entries, node.input)}
          answered={answerOnLeaving(occasion.ended)}
        />
      );
    case 'userTask':
      return occasion.ended === null ? null : (
        <GotAndAnswered got={null} answered={answered(node, occasion)} ofPerson />
      );
    default:
      return null;
  }
}

/** What a person answered, by the labels of the form. */
function answered(
  node: FlowNode & { readonly kind: 'userTask' },
  { ended }: Occasion,
): ReturnType<typeof answerOnLeaving> {
  const answers = answerOnLeaving(ended);
  if (answers === null) return null;
  const labels = new Map(node.form.map(({ name, label }) => [name, label]));
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [labels.get(name) ?? name, value]),
  );
}

function WhyStuck({ node, occasion }: { readonly node: FlowNode; readonly occasion: Occasion }): ReactNode {
  const { kind, code, message } = occasion.entries.at(-1)?.detail ?? {};
  const { title, how } = causeOf({
    kind: String(kind ?? ''),
    code: String(code ?? ''),
    nodeName: node.name,
  });
  return (
    <div className={styles['bad']}>
      <p>{how === null ? title : `${title}: ${how}`}</p>
      {typeof message === 'string' ? <p>{message}</p> : null}
      <p>{drawingWords.trial.stuckHere}</p>
    </div>
  );
}
