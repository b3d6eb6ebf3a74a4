import type { ReactNode } from 'react';
import { waitLine } from '../../drawing/step-line.ts';
import { words } from '../../shell/words.ts';
import { decisionIn, requiredIn } from '../decision.ts';
import { ArmsBody, BranchBody, SplitBody } from './branch-body.tsx';
import { CallBody } from './call-body.tsx';
import { RuleDecision, TableDecision } from './decision-body.tsx';
import { DecidedFirst } from './decided-first.tsx';
import type { Occasion } from './occasion.ts';
import { PersonBody } from './person-body.tsx';
import type { StepDetailProps } from './step-detail.tsx';
import styles from './step-detail.module.css';
import { WorkBody } from './work-body.tsx';

export interface StepBodyProps extends StepDetailProps {
  /** The time that is shown; undefined when the case never came to the step. */
  readonly occasion: Occasion | undefined;
}

/** What a step of each kind has to show. */
export function StepBody(props: StepBodyProps): ReactNode {
  const { of, revision, flow, node, occasion } = props;
  switch (node.kind) {
    case 'businessRuleTask': {
      const left = occasion?.ended ?? undefined;
      const decision = decisionIn(left);
      if ('expression' in node.decision)
        return <RuleDecision rule={node.decision.expression} decision={decision} />;
      const table = revision.revision.tables[node.decision.table];
      return table === undefined ? null : (
        <>
          <TableDecision
            table={table}
            decision={decision}
            at={left?.at ?? of.openedAt}
            hash={revision.hash}
          />
          <DecidedFirst
            tables={revision.revision.tables}
            decisions={requiredIn(left)}
            at={left?.at ?? of.openedAt}
            hash={revision.hash}
          />
        </>
      );
    }
    case 'exclusiveGateway':
      return <BranchBody node={node} flow={flow} occasion={occasion} />;
    case 'parallelGateway':
      return <SplitBody node={node} flow={flow} />;
    case 'eventBasedGateway':
      return <ArmsBody node={node} occasion={occasion} />;
    case 'userTask':
      return <PersonBody {...props} node={node} />;
    case 'callActivity':
      return <CallBody {...props} node={node} />;
    case 'serviceTask':
      return <WorkBody {...props} node={node} />;
    case 'intermediateCatchEvent':
      return <p className={styles['quiet']}>{words.timeline.waits(waitLine(node.wait))}</p>;
    case 'startEvent':
    case 'endEvent':
    case 'textAnnotation':
      return node.documentation === undefined ? null : (
        <p className={styles['quiet']}>{node.documentation}</p>
      );
  }
}
