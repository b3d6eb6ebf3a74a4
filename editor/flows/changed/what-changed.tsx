import { useMemo, useState, type ReactNode } from 'react';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import { FlowTabs } from '../../designer/flow-tabs.tsx';
import { Card } from '../../shell/page.tsx';
import { words } from '../../shell/words.ts';
import styles from './changed.module.css';
import { ChangedPartCard } from './changed-part.tsx';
import { isOfStories, type Difference } from './compared.ts';
import { isOf, marksOf } from './marks.ts';
import { TwoDrawings, type Side } from './two-drawings.tsx';

interface Place {
  readonly flow: string;
  readonly step: string | null;
}

/** What is not the same in two states of a flow: the two drawings, marked, and all of it in words. */
export function WhatChanged({
  difference,
  names,
}: {
  readonly difference: Difference;
  /** What the two states are called. */
  readonly names: { readonly before: string; readonly after: string };
}): ReactNode {
  const { compared, after, parts, activities } = difference;
  const before = compared?.before;
  const root = after.flow.id;
  const [place, setPlace] = useState<Place>(() => ({ flow: firstFlow(difference), step: null }));
  const flow = flowIn(after, place.flow) ?? (before === undefined ? undefined : flowIn(before, place.flow));
  const sides = useMemo(
    () =>
      [before, after].flatMap((of, index): Side[] => {
        if (of === undefined) return [];
        const drawn = flowIn(of, place.flow);
        const name = index === 0 ? names.before : names.after;
        const marks = marksOf(drawn ?? of.flow, parts, root);
        return [{ name, flow: drawn, of, marks }];
      }),
    [before, after, place.flow, names.before, names.after, parts, root],
  );
  const { changed } = words;
  return (
    <div className={styles['changed']}>
      {isOfStories(difference) ? null : (
        <Card title={changed.drawings}>
          {Object.keys(after.called).length + Object.keys(before?.called ?? {}).length === 0 ? null : (
            <FlowTabs
              content={{ flow: after.flow, called: { ...before?.called, ...after.called } }}
              flow={flow ?? after.flow}
              onFlow={(id) => setPlace({ flow: id, step: null })}
            />
          )}
          <TwoDrawings
            sides={sides}
            step={place.step}
            onStep={(step) => setPlace({ flow: place.flow, step })}
          />
        </Card>
      )}
      <Card title={changed.list}>
        {activities.length === 0 ? null : (
          <section className={styles['part']} aria-label={changed.activities}>
            {activities.map((title) => (
              <p key={title}>{changed.activity(title)}</p>
            ))}
          </section>
        )}
        {parts.map((part) => (
          <ChangedPartCard
            key={part.address}
            part={part}
            compared={compared ?? { before: after, after }}
            chosen={isOf(part, place.flow, root) ? place.step : null}
            onChoose={(step) =>
              setPlace({ flow: part.collection === 'flow' ? root : (part.id ?? root), step })
            }
          />
        ))}
      </Card>
    </div>
  );
}

/** The first flow of which something is another; else the main one. */
function firstFlow({ after, parts }: Difference): string {
  const part = parts.find(({ collection }) => collection === 'flow' || collection === 'called');
  return part?.id ?? after.flow.id;
}
