import {
  IconArrowFork,
  IconArrowsSplit2,
  IconBroadcast,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconHourglass,
  IconNote,
  IconSettings,
  IconStack2,
  IconTable,
  IconUser,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NodeKind } from '../../definitions/flow/node.ts';
import { actorOf, type Acting, type Actor } from './actor.ts';
import styles from './step-icon.module.css';

const ICONS: Record<NodeKind, typeof IconUser> = {
  startEvent: IconBroadcast,
  endEvent: IconCircleDashed,
  businessRuleTask: IconTable,
  exclusiveGateway: IconArrowsSplit2,
  parallelGateway: IconArrowFork,
  serviceTask: IconSettings,
  userTask: IconUser,
  intermediateCatchEvent: IconClock,
  eventBasedGateway: IconHourglass,
  callActivity: IconStack2,
  textAnnotation: IconNote,
};

/** Ends that say how it went. */
const ENDS: { readonly [actor in Actor]?: typeof IconUser } = { good: IconCheck, bad: IconX };

/** The tile that says who acts in a step: its colour and its sign. */
export function StepIcon({
  node,
  actor = actorOf(node),
  isOff = false,
}: {
  readonly node: Acting;
  readonly actor?: Actor | undefined;
  readonly isOff?: boolean;
}): ReactNode {
  const Icon = (node.kind === 'endEvent' && ENDS[actor]) || ICONS[node.kind];
  return (
    <span className={`${styles['tile']} ${isOff ? styles['off'] : styles[actor]}`}>
      <Icon size={15} stroke={1.8} aria-hidden />
    </span>
  );
}
