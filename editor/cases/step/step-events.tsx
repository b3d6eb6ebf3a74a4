import type { ReactNode } from 'react';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { portsOf } from '../../../definitions/flow/ports.ts';
import type { TrailView } from '../../../definitions/model/views/case-detail.ts';
import { useNow } from '../../shell/now.tsx';
import { Moment } from '../../shell/moment-text.tsx';
import { plainValue } from '../../shell/plain-value.ts';
import { words } from '../../shell/words.ts';
import { causeOf } from '../../stuck/cause.ts';
import type { Occasion } from './occasion.ts';
import styles from './step-detail.module.css';

/** What happened on the way through a step beside its own work: reminders, being stuck, who led it on, each turn. */
export function StepEvents({
  node,
  occasion,
}: {
  readonly node: FlowNode;
  readonly occasion: Occasion;
}): ReactNode {
  const now = useNow();
  const told = occasion.entries.flatMap((entry) => {
    const text = sentence(entry, node, now);
    return text === null ? [] : [{ entry, text }];
  });
  if (told.length === 0) return null;
  return (
    <ol className={styles['events']}>
      {told.map(({ entry, text }) => (
        <li key={entry.n}>
          <span className={styles['quiet']}>
            <Moment at={entry.at} />
          </span>{' '}
          {text}
        </li>
      ))}
    </ol>
  );
}

function sentence(entry: TrailView, node: FlowNode, now: number): string | null {
  const { kind, code, way, turn, value } = entry.detail ?? {};
  if (entry.what === 'stuck') {
    const { title, how } = causeOf({
      kind: String(kind ?? ''),
      code: String(code ?? ''),
      nodeName: node.name,
    });
    return how === null ? title : `${title}: ${how}`;
  }
  if (entry.what === 'resumed')
    return words.step.ledOn(entry.by?.name ?? words.case.someone, String(way ?? ''));
  if (entry.what !== 'left') return null;
  if (entry.detail?.['goes on'] === true)
    return portsOf(node).find(({ port }) => port === entry.port)?.name ?? null;
  return typeof turn === 'number' ? words.step.turn(turn, plainValue(value ?? null, now)) : null;
}
