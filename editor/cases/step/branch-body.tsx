import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EventArm, EventBasedGateway } from '../../../definitions/flow/event-based-gateway.ts';
import type { ExclusiveGateway } from '../../../definitions/flow/exclusive-gateway.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { ParallelGateway } from '../../../definitions/flow/parallel-gateway.ts';
import { Condition } from '../../drawing/cell.tsx';
import { waitLine } from '../../drawing/step-line.ts';
import { words } from '../../shell/words.ts';
import { waysOut, type WayOut } from './gateway-ways.ts';
import type { Occasion } from './occasion.ts';
import { Saw } from './saw.tsx';
import styles from './step-detail.module.css';

const SIGNS: Record<WayOut['was'], typeof IconCheck> = {
  taken: IconCheck,
  'not so': IconX,
  'not asked': IconMinus,
};

/** The ways out of a branch: which was taken, what the conditions before it saw, and which nobody had to ask. */
export function BranchBody({
  node,
  flow,
  occasion,
}: {
  readonly node: ExclusiveGateway;
  readonly flow: Flow;
  readonly occasion: Occasion | undefined;
}): ReactNode {
  const hasStood = occasion !== undefined;
  return (
    <ol className={styles['ways']}>
      {waysOut(node, flow, occasion).map((way) => (
        <li key={way.port} className={way.was === 'taken' ? styles['taken'] : undefined}>
          {hasStood ? <Sign was={way.was} /> : null} <b>{way.name}</b>{' '}
          {way.condition === null ? null : <Condition written={way.condition} />}
          <div className={hasStood ? styles['under'] : undefined}>
            <Saw saw={way.saw} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Sign({ was }: { readonly was: WayOut['was'] }): ReactNode {
  const Icon = SIGNS[was];
  return (
    <Icon size={14} stroke={2.2} role="img" aria-label={words.step.ways[was]} className={styles['sign']} />
  );
}

/** What was waited for, and what came first. */
export function ArmsBody({
  node,
  occasion,
}: {
  readonly node: EventBasedGateway;
  readonly occasion: Occasion | undefined;
}): ReactNode {
  const port = occasion?.ended?.port;
  return (
    <ol className={styles['ways']}>
      {node.arms.map((arm) => (
        <li key={arm.port} className={arm.port === port ? styles['taken'] : undefined}>
          {arm.port === port ? <Sign was="taken" /> : null} <b>{arm.name}</b>{' '}
          <span className={styles['quiet']}>{howLong(arm)}</span>
        </li>
      ))}
    </ol>
  );
}

/** How long it is waited, where its name does not say that already. */
function howLong(arm: EventArm): string | null {
  const said = arm.on === 'time' ? waitLine(arm.wait) : arm.name;
  return said === arm.name ? null : said;
}

/** What goes on at once, or what is waited for. */
export function SplitBody({
  node,
  flow,
}: {
  readonly node: ParallelGateway;
  readonly flow: Flow;
}): ReactNode {
  const nameOf = (id: string): string => flow.nodes.find((one) => one.id === id)?.name ?? '';
  const into = flow.edges.filter(({ to }) => to === node.id);
  const out = flow.edges.filter(({ from }) => from.node === node.id);
  const isJoin = into.length > 1;
  const named = isJoin ? into.map(({ from }) => nameOf(from.node)) : out.map(({ to }) => nameOf(to));
  return (
    <>
      <p className={styles['quiet']}>{isJoin ? words.flows.together : words.flows.atOnce}</p>
      <ul className={styles['ways']}>
        {named.map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
    </>
  );
}
