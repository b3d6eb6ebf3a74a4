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
import { fetched, useOnceFetched } from '../shell/fetched.ts';
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

/** What draws the icons of activities. They are many: a page that draws steps of activities fetches them. */
export const activityIcon = fetched(() =>
  import('./activity-icon.tsx').then((module) => module.ActivityIcon),
);

/** The tile that says who acts in a step: its colour and its sign, which is that of its activity where one is known. */
export function StepIcon({
  node,
  actor = actorOf(node),
  icon,
  isOff = false,
}: {
  readonly node: Acting;
  readonly actor?: Actor | undefined;
  /** The name of its activity's own icon. */
  readonly icon?: string | undefined;
  readonly isOff?: boolean;
}): ReactNode {
  const Icon = (node.kind === 'endEvent' && ENDS[actor]) || ICONS[node.kind];
  const sign = <Icon size={15} stroke={1.8} aria-hidden />;
  return (
    <span className={`${styles['tile']} ${isOff ? styles['off'] : styles[actor]}`}>
      {icon === undefined ? sign : <OwnSign name={icon} otherwise={sign} />}
    </span>
  );
}

function OwnSign(props: { readonly name: string; readonly otherwise: ReactNode }): ReactNode {
  const Drawn = useOnceFetched(activityIcon);
  return Drawn === null ? props.otherwise : <Drawn {...props} />;
}
