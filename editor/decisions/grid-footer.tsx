import type { ReactNode } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import textButton from '../shell/text-button.module.css';
import styles from './decision-editor.module.css';
import type { Analysed, Checked } from './examine.ts';
import type { Known } from './use-table-work.ts';

/** How many rows there are, what was found in them, and how far the search got. */
export function GridFooter({
  table,
  shownCount,
  checked,
  analysed,
  isBroken,
  onNextWrong,
  onShowAll,
}: {
  readonly table: DecisionTable;
  /** Null: all rows are shown. */
  readonly shownCount: number | null;
  readonly checked: Known<Checked> | null;
  readonly analysed: Known<Analysed> | null;
  readonly isBroken: boolean;
  readonly onNextWrong: () => void;
  readonly onShowAll: () => void;
}): ReactNode {
  const said = drawingWords.decisions.footer;
  const findings = checked?.found.findings ?? [];
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  const isFresh = analysed?.table === table;
  return (
    <div className={styles['footer']}>
      {shownCount === null ? (
        <span>{said.rows(table.rows.length)}</span>
      ) : (
        <span>
          {drawingWords.decisions.filtered(shownCount, table.rows.length)}{' '}
          <button
            type="button"
            className={`${textButton['textButton']} ${styles['link']}`}
            onClick={onShowAll}
          >
            {drawingWords.decisions.showAll}
          </button>
        </span>
      )}
      {findings.length === 0 ? null : (
        <button
          type="button"
          className={`${textButton['textButton']} ${wrong > 0 ? styles['bad'] : styles['odd']}`}
          title={said.nextWrong}
          onClick={onNextWrong}
        >
          {wrong > 0 ? said.wrong(wrong) : said.toWeigh(findings.length)}
        </button>
      )}
      {isFresh ? (
        <Found analysed={analysed.found} isOfOne={IS_OF_ONE.has(table.hitPolicy)} />
      ) : (
        <span className={isBroken ? styles['bad'] : ''}>
          {isBroken ? drawingWords.decisions.broken : drawingWords.decisions.checking}
        </span>
      )}
      <span className={styles['keys']}>{drawingWords.decisions.keys}</span>
    </div>
  );
}

/** Policies by which rows that overlap are worth a word. */
const IS_OF_ONE: ReadonlySet<DecisionTable['hitPolicy']> = new Set(['unique', 'any']);

function Found({
  analysed: { findings, complete, howFar },
  isOfOne,
}: {
  readonly analysed: Analysed;
  readonly isOfOne: boolean;
}): ReactNode {
  const said = drawingWords.decisions.footer;
  const count = (kind: string): number => findings.filter((finding) => finding.kind === kind).length;
  const [gaps, overlaps] = [count('gap'), count('overlap')];
  const others = findings.length - gaps - overlaps;
  const rest = findings
    .filter(({ kind }) => kind !== 'gap' && kind !== 'overlap')
    .map(({ message }) => message);
  return (
    <>
      {gaps > 0 ? (
        <span className={styles['bad']}>{said.gaps(gaps)}</span>
      ) : complete ? (
        <span>{said.noGap}</span>
      ) : null}
      {overlaps > 0 ? (
        <span className={styles['bad']}>{said.overlaps(overlaps)}</span>
      ) : complete && isOfOne ? (
        <span>{said.noOverlap}</span>
      ) : null}
      {others > 0 ? (
        <details className={styles['others']}>
          <summary>{said.odd(others)}</summary>
          <ul>
            {rest.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {complete && howFar.split('. ').length < 2 ? null : <span className={styles['howFar']}>{howFar}</span>}
    </>
  );
}
