import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import { keepFlowFile } from '../flows/flow-files.ts';
import { ActSearch } from './acts/act-search.tsx';
import { actsOf, type ActsOn } from './acts/acts-of.ts';
import { FindDialog } from './find-dialog.tsx';
import type { Desk } from './desk.ts';
import { GroupDialog } from './group-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { RequirementsDialog } from './requirements/requirements-dialog.tsx';
import type { Sheet } from './use-keys.ts';

/** What is asked for by a key and lies over the designer until it is done. */
export function DesignerSheets({
  sheet,
  on,
}: {
  readonly sheet: Sheet | null;
  readonly on: Omit<ActsOn, 'publish' | 'exportIt' | 'onProblems' | 'onSheet'> & {
    readonly onSheet: (sheet: Sheet | null) => void;
    readonly onGroup: (name: string) => void;
    readonly desk: Pick<Desk, 'do'>;
    readonly activities: Readonly<Record<string, ActivityContract>>;
    /** Id of the table that is open; null: none is. */
    readonly openTable: string | null;
  };
}): ReactNode {
  const navigate = useNavigate();
  const { content } = on.state;
  const close = (): void => on.onSheet(null);
  if (sheet === null) return null;
  if (sheet === 'find')
    return (
      <FindDialog
        flow={on.flow}
        content={content}
        activities={on.activities}
        onFound={(node) => on.onChosen({ nodes: [node], edges: [] })}
        onClose={close}
      />
    );
  if (sheet === 'group')
    return (
      <GroupDialog {...{ content }} flow={on.flow} chosen={on.chosen} onMake={on.onGroup} onClose={close} />
    );
  if (sheet === 'requirements')
    return (
      <RequirementsDialog
        desk={on.desk}
        tables={content.tables}
        current={on.openTable}
        onOpenTable={on.onTable}
        onClose={close}
      />
    );
  const acts = actsOf({
    ...on,
    publish: () => void navigate(`/flows/${encodeURIComponent(content.flow.id)}/draft/publish`),
    exportIt: () => void keepFlowFile(content),
    onProblems: () => document.getElementById(PROBLEMS)?.focus(),
  });
  return sheet === 'keys' ? (
    <KeysDialog acts={acts} onClose={close} />
  ) : (
    <ActSearch acts={acts} onClose={close} />
  );
}

/** What the list of problems is known by on the page. */
export const PROBLEMS = 'problems';
