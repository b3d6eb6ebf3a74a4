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
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FlowNode, NodeKind } from '../../definitions/flow/node.ts';
import { actorOf } from './actor.ts';
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

/** The tile that says who acts in a step: its colour and its sign. */
export function StepIcon({
  node,
  isOff = false,
}: {
  readonly node: FlowNode;
  readonly isOff?: boolean;
}): ReactNode {
  const actor = actorOf(node);
  const Icon = node.kind === 'endEvent' && actor === 'good' ? IconCheck : ICONS[node.kind];
  return (
    <span className={`${styles['tile']} ${isOff ? styles['off'] : styles[actor]}`}>
      <Icon size={15} stroke={1.8} aria-hidden />
    </span>
  );
}
