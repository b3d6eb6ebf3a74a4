import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { WordList } from '../../../definitions/flow/word-list.ts';
import rules from '../../drawing/rule-table.module.css';
import { Empty } from '../../shell/states.tsx';
import { words } from '../../shell/words.ts';
import { numberText } from '../../words/locale.ts';
import { findWords } from './find-words.ts';
import styles from './part-page.module.css';

/** A word list: its words in the order of their author with what each means, and a search over both. */
export function WordListView({ list }: { readonly list: WordList }): ReactNode {
  const [typed, setTyped] = useState('');
  const { parts } = words;
  const { entries } = list;
  if (entries.length === 0) return <Empty title={parts.noWords}>{parts.noWordsToDo}</Empty>;
  const found = findWords(entries, typed);
  const hasWeights = entries.some(({ weight }) => weight !== undefined);
  return (
    <>
      <div className={styles['search']}>
        <TextInput
          aria-label={parts.find}
          placeholder={parts.findBy}
          leftSection={<IconSearch size={16} aria-hidden />}
          type="search"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <span className={styles['quiet']} role="status">
          {found.length === 0 ? parts.noneFound : parts.found(found.length, entries.length)}
        </span>
        {entries.some(({ phrase }) => phrase.includes('*')) ? (
          <span className={styles['quiet']}>{parts.anyEnding}</span>
        ) : null}
      </div>
      {found.length === 0 ? null : (
        <div className={rules['scroll']} role="group" aria-label={list.name} tabIndex={0}>
          <table className={rules['table']}>
            <thead>
              <tr>
                <th scope="col">{parts.phrase}</th>
                <th scope="col" className={rules['output']}>
                  {parts.means}
                </th>
                {hasWeights ? (
                  <th scope="col" className={styles['weight']}>
                    {parts.weight}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {found.map(({ phrase, means, weight }, index) => (
                <tr key={index}>
                  <td lang={list.language} dir="auto">
                    {phrase}
                  </td>
                  <td>{means}</td>
                  {hasWeights ? (
                    <td className={styles['weight']}>{weight === undefined ? '' : numberText(weight)}</td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
