import type { ReactNode } from 'react';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import { factGroups } from '../../cases/fact-groups.ts';
import { FactGroups } from '../../cases/fact-list.tsx';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { isObject, isSameJson } from '../inspector/json-change.ts';
import type { Moment } from './moments.ts';
import type { Told } from './told.ts';
import styles from './trial.module.css';

/** What is known of the case at a moment of its story. */
export function Values({ told, position }: { readonly told: Told; readonly position: number }): ReactNode {
  const groups = factGroups(told.moments[position]?.variables ?? {}, useNow(), useNames());
  const { trial } = drawingWords;
  return (
    <details className={styles['part']}>
      <summary className={styles['partTitle']}>{trial.values}</summary>
      {groups.length === 0 ? (
        <p className={styles['quiet']}>{trial.noValues}</p>
      ) : (
        <FactGroups groups={groups} />
      )}
    </details>
  );
}

/** Those values that a moment changed, marked; of one that has parts, those parts. */
export function Changed({
  before,
  moment: { variables, changed },
}: {
  readonly before: JsonObject;
  readonly moment: Moment;
}): ReactNode {
  const facts = Object.fromEntries(
    changed.map((name) => [name, changedPart(before[name] ?? null, variables[name] ?? null)]),
  );
  const groups = factGroups(facts, useNow(), useNames());
  if (groups.length === 0) return null;
  return (
    <section className={styles['changed']} aria-label={drawingWords.trial.changed}>
      <h3 className={styles['partTitle']}>{drawingWords.trial.changed}</h3>
      <FactGroups groups={groups} />
    </section>
  );
}

function changedPart(before: Json, after: Json): Json {
  if (!isObject(before) || !isObject(after)) return after;
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !isSameJson(before[name] ?? null, value)),
  );
}
