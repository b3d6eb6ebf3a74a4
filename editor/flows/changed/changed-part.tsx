import type { ReactNode } from 'react';
import type { ChangedPart } from '../../../definitions/edit/what-changed.ts';
import { lookUp } from '../../../definitions/check/environment.ts';
import { Pill } from '../../shell/pill.tsx';
import { words } from '../../shell/words.ts';
import styles from './changed.module.css';
import { ChangedItems } from './changed-items.tsx';
import { ChangedRows } from './changed-rows.tsx';
import { FieldLines } from './field-lines.tsx';
import { flowOf, toldPart, type Compared, type ToldList } from './told-part.ts';
import { Sign } from './two-drawings.tsx';

/** A flow, table, word list or calendar that is not as it was, in words. */
export function ChangedPartCard({
  part,
  compared,
  chosen,
  onChoose,
}: {
  readonly part: ChangedPart;
  readonly compared: Compared;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}): ReactNode {
  const { changed } = words;
  return (
    <section className={styles['part']} aria-label={part.name}>
      <div className={styles['partHead']}>
        <Sign of={part.became} isAlone />
        <h3 className={styles['partName']}>{part.name}</h3>
        <Pill>{changed[part.collection]}</Pill>
      </div>
      {part.became === 'changed' ? (
        <InWords part={part} compared={compared} chosen={chosen} onChoose={onChoose} />
      ) : (
        <p className={styles['quiet']}>
          {wholeOf(part, part.became === 'added' ? compared.after : compared.before)}
        </p>
      )}
    </section>
  );
}

const TITLES: Record<ToldList, string> = {
  nodes: words.changed.steps,
  edges: words.changed.arrows,
  variables: words.changed.variables,
  lanes: words.changed.lanes,
  inputs: `${words.changed.columns}: ${words.changed.condition}`,
  outputs: `${words.changed.columns}: ${words.changed.result}`,
  entries: words.changed.entries,
};

function InWords({
  part,
  compared,
  chosen,
  onChoose,
}: {
  readonly part: ChangedPart;
  readonly compared: Compared;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}): ReactNode {
  const { fields, lists, moved } = toldPart(part, compared);
  const tables = [compared.before, compared.after].map(({ tables: all }) =>
    part.collection === 'tables' ? lookUp(all, part.id ?? '') : undefined,
  );
  const [was, is] = tables;
  return (
    <>
      {part.collection === 'calendars' && part.fields.some(({ field }) => field === 'open') ? (
        <p className={styles['quiet']}>{words.changed.opening}</p>
      ) : (
        <FieldLines fields={fields} />
      )}
      {lists.map(({ list, items }) => (
        <ChangedItems key={list} title={TITLES[list]} items={items} chosen={chosen} onChoose={onChoose} />
      ))}
      {moved === 0 ? null : <p className={styles['quiet']}>{words.changed.movedSteps(moved)}</p>}
      {was === undefined || is === undefined ? null : <ChangedRows before={was} after={is} />}
    </>
  );
}

/** How much a part is that came or went as a whole. */
function wholeOf(part: ChangedPart, revision: Compared['after']): string {
  const { changed } = words;
  const flow = flowOf(part, revision);
  if (flow !== undefined) return changed.wholeFlow(flow.nodes.length, flow.edges.length);
  if (part.collection === 'tables')
    return changed.wholeTable(lookUp(revision.tables, part.id ?? '')?.rows.length ?? 0);
  if (part.collection === 'wordLists')
    return changed.wholeList(lookUp(revision.wordLists, part.id ?? '')?.entries.length ?? 0);
  return '';
}
