import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { IncidentRow, ResolveIncidents } from '../../definitions/model/views/incident.ts';
import { words } from '../shell/words.ts';
import { ResolveDialog, type ResolveChoice } from './resolve-dialog.tsx';
import styles from './stuck-page.module.css';

const WAYS: readonly ResolveIncidents['way'][] = ['retry', 'correct', 'skip', 'cancel'];

/** The four ways out for cases that are stuck alike; each asks why before it acts. */
export function WaysOut({ incidents }: { readonly incidents: readonly IncidentRow[] }): ReactNode {
  const [choice, setChoice] = useState<ResolveChoice | null>(null);
  return (
    <div className={styles['ways']}>
      {WAYS.map((way) => (
        <Button
          key={way}
          variant={way === 'retry' ? 'filled' : 'default'}
          disabled={incidents.length === 0}
          {...(way === 'cancel' ? { c: 'var(--bad)' } : {})}
          onClick={() => setChoice({ way, incidents })}
        >
          {words.stuck.ways[way]}
        </Button>
      ))}
      <ResolveDialog choice={choice} onClose={() => setChoice(null)} />
    </div>
  );
}
