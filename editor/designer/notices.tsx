import { Button } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';
import { canStand, type Conflict } from '../../definitions/edit/conflict.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { isJsonObject, type Json } from '../../definitions/flow/json.ts';
import type { Named } from '../../definitions/model/views/page.ts';
import { Pill } from '../shell/pill.tsx';
import { useMe } from '../shell/session.tsx';
import surface from '../shell/surface.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import designer from './designer.module.css';
import styles from './notices.module.css';
import type { SetAside } from './session/state.ts';
import { toldField, toldThing } from './session/told-thing.ts';
import type { DraftSync } from './sync/draft-sync.ts';
import { TakeAway } from './take-away.tsx';

/** What has to be said about what was done: why it is not saved, and what its author has to decide. */
export function Notices({ sync }: { readonly sync: DraftSync }): ReactNode {
  const standing = useSyncExternalStore(sync.subscribe, sync.standing);
  const { content, aside, pending } = useSyncExternalStore(sync.subscribe, sync.state);
  const { session } = drawingWords;
  return (
    <>
      {standing.is === 'held' ? (
        <section className={`${surface['surface']} ${designer['problems']}`} role="alert">
          <div className={styles['line']}>
            <Pill tone="bad">{session.unsaved}</Pill>
            <span className={styles['text']}>
              <strong>{standing.sentence}</strong> {standing.whatToDo}
            </span>
            {standing.isGone ? null : (
              <Button size="compact-xs" variant="default" onClick={() => sync.tryAgain()}>
                {session.again}
              </Button>
            )}
            {pending.length === 0 ? null : <TakeAway edits={pending} name={content.flow.id} />}
          </div>
        </section>
      ) : null}
      {aside.length === 0 ? null : (
        <section className={`${surface['surface']} ${designer['problems']}`} aria-label={session.aside}>
          <div className={styles['line']}>
            <strong>{session.aside}</strong>
            <Pill tone="person">{aside.length}</Pill>
            <span className={designer['quiet']}>
              {aside.some(({ why }) => why === 'conflict') ? session.asideHelp : session.refusedHelp}
            </span>
          </div>
          <ul className={styles['list']}>
            {aside.map((one) => (
              <li key={one.edit.id} className={styles['aside']} aria-label={one.edit.label}>
                <Decision one={one} content={content} sync={sync} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Decision({
  one,
  content,
  sync,
}: {
  readonly one: SetAside;
  readonly content: DraftContent;
  readonly sync: DraftSync;
}): ReactNode {
  const { session } = drawingWords;
  const mayStand = one.why === 'conflict' && one.conflicts.every(canStand);
  const choose = (choice: 'mine' | 'theirs') => (): void => sync.choose(one.edit.id, choice);
  return (
    <>
      <div className={styles['line']}>
        <strong className={styles['text']}>{one.edit.label}</strong>
        {mayStand ? (
          <Button size="compact-xs" variant="default" onClick={choose('mine')}>
            {session.keepMine}
          </Button>
        ) : (
          <TakeAway edits={[one.edit]} name={content.flow.id} />
        )}
        <Button size="compact-xs" variant="default" onClick={choose('theirs')}>
          {mayStand ? session.takeTheirs : session.letGo}
        </Button>
      </div>
      {one.why === 'refused' ? (
        <p>{session.refused(one.sentence)}</p>
      ) : (
        <>
          {one.conflicts.map((conflict, at) => (
            <Told key={at} conflict={conflict} content={content} one={one} />
          ))}
          {one.by === undefined ? null : <Others by={one.by} />}
          {mayStand ? null : <p className={designer['quiet']}>{session.isGone}</p>}
        </>
      )}
    </>
  );
}

/** Whose it is that one's own does not go together with. */
function Others({ by }: { readonly by: readonly Named[] }): ReactNode {
  const me = useMe();
  const names = by.flatMap(({ id, name }) => (id === me.id ? [] : [name]));
  return <p className={designer['quiet']}>{drawingWords.session.others(names)}</p>;
}

/** What both did to one thing: its name, the field, and what both want. */
function Told({
  conflict: { kind, thing, field, mine, theirs },
  content,
  one,
}: {
  readonly conflict: Conflict;
  readonly content: DraftContent;
  readonly one: SetAside & { readonly why: 'conflict' };
}): ReactNode {
  const { session } = drawingWords;
  const named: { readonly [field: string]: string } = session.fields;
  const fieldName = field === undefined ? undefined : toldField(content, thing, field);
  return (
    <p>
      {thingText(content, thing, one)}
      {fieldName === undefined ? '' : ` · ${named[fieldName] ?? fieldName}`}: {session.kinds[kind]}
      {field === undefined || (mine === undefined && theirs === undefined) ? null : (
        <span className={styles['values']}>
          <Wanted of={session.mine} value={mine} isSaid={kind === 'both changed'} />
          <Wanted of={session.theirs} value={theirs} isSaid={kind === 'both changed'} />
        </span>
      )}
    </p>
  );
}

/** What one of both wants; where both set it, also that it is to be nothing. */
function Wanted({
  of,
  value,
  isSaid,
}: {
  readonly of: string;
  readonly value: Json | undefined;
  readonly isSaid: boolean;
}): ReactNode {
  if (value === undefined && !isSaid) return null;
  return (
    <span>
      {of}: <b>{valueText(value)}</b>
    </span>
  );
}

function thingText(
  content: DraftContent,
  address: string,
  one: SetAside & { readonly why: 'conflict' },
): string {
  const { session } = drawingWords;
  const told = toldThing(content, address, [...one.since, ...one.edit.changes]);
  if (told.is === 'arrow') return session.arrow(told.from, told.to);
  if (told.is === 'row')
    return told.at === null ? session.goneRow(told.table) : session.row(told.table, told.at);
  return told.is === 'named' ? `“${told.name}”` : session.thing;
}

const LONGEST = 160;

function valueText(value: Json | undefined): string {
  if (isJsonObject(value) && typeof value['x'] === 'number' && typeof value['y'] === 'number')
    return drawingWords.session.spot(value['x'], value['y']);
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  if (text === '') return drawingWords.session.nothing;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
