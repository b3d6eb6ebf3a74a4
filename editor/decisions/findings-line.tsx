import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBook } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TableFinding as AnalysisFinding } from '../../definitions/decision/analysis/analyse.ts';
import type { TableFinding as CellFinding } from '../../definitions/decision/check-table.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import styles from './decision-editor.module.css';

/** Below the grid: what is wrong where one works, each with what puts it right or shows it. */
export function FindingsLine({
  refusal,
  cells,
  others,
  readOnly,
  onFix,
  onTry,
  children,
}: {
  /** Why the last act was not done. */
  readonly refusal: string | null;
  readonly cells: readonly CellFinding[];
  readonly others: readonly AnalysisFinding[];
  readonly readOnly: boolean;
  readonly onFix: (finding: CellFinding, write: string) => void;
  readonly onTry: (finding: AnalysisFinding) => void;
  /** What else is to be said. */
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <ul className={styles['findings']} aria-label={drawingWords.decisions.findings} aria-live="polite">
      {refusal === null ? null : <Line isGrave>{refusal}</Line>}
      {cells.map((finding, index) => {
        const { fix } = finding;
        const write = fix?.write;
        return (
          <Line key={index} isGrave={finding.severity === 'error'}>
            {finding.message}
            {fix === undefined ? null : write === undefined || readOnly ? (
              <> {fix.title}</>
            ) : (
              <Button
                variant="default"
                size="compact-xs"
                h={24}
                fz={12}
                onClick={() => onFix(finding, write)}
              >
                {fix.title}
              </Button>
            )}
          </Line>
        );
      })}
      {others.map((finding, index) => (
        <Line key={`other ${index}`} isGrave={finding.severity === 'error'}>
          {finding.message}
          {finding.witness === undefined ? null : (
            <Button variant="default" size="compact-xs" h={24} fz={12} onClick={() => onTry(finding)}>
              {drawingWords.decisions.shows}
            </Button>
          )}
        </Line>
      ))}
      {children}
    </ul>
  );
}

/** That no story comes to the row where one works, with a way to one that does; null: it is being looked for. */
export function UntoldLine({ onTry }: { readonly onTry: (() => void) | null }): ReactNode {
  const { untold } = drawingWords.stories;
  return (
    <li className={styles['finding']}>
      <IconBook size={14} aria-hidden className={styles['untold']} />
      <span className={styles['findingText']}>
        {untold.rowIs}
        <Button
          variant="default"
          size="compact-xs"
          h={24}
          fz={12}
          loading={onTry === null}
          onClick={() => onTry?.()}
        >
          {untold.tryShort}
        </Button>
      </span>
    </li>
  );
}

function Line({ isGrave, children }: { readonly isGrave: boolean; readonly children: ReactNode }): ReactNode {
  return (
    <li className={styles['finding']}>
      <IconAlertTriangle size={14} aria-hidden className={isGrave ? styles['grave'] : styles['mild']} />
      <span className={styles['findingText']}>{children}</span>
    </li>
  );
}
