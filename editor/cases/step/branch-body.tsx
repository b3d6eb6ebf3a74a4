import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EventBasedGateway } from '../../../definitions/flow/event-based-gateway.ts';
import type { ExclusiveGateway } from '../../../definitions/flow/exclusive-gateway.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { ParallelGateway } from '../../../definitions/flow/parallel-gateway.ts';
import { Condition } from '../../drawing/cell.tsx';
import { waitLine } from '../../drawing/step-line.ts';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { plainValue } from '../../shell/plain-value.ts';
import { words } from '../../shell/words.ts';
import { waysOut, type WayOut } from './gateway-ways.ts';
import type { Occasion } from './occasion.ts';
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
          {way.condition === null ? null : <Condition written={way.condition} />} <Saw saw={way.saw} />
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

function Saw({ saw }: Pick<WayOut, 'saw'>): ReactNode {
  const now = useNow();
  const names = useNames();
  const said = Object.entries(saw).map(([name, value]) =>
    words.step.nameWas(name, plainValue(value, now, names)),
  );
  return said.length === 0 ? null : <p className={styles['saw']}>{said.join(' · ')}</p>;
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
          <span className={styles['quiet']}>{arm.on === 'time' ? waitLine(arm.wait) : null}</span>
        </li>
      ))}
    </ol>
  );
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
