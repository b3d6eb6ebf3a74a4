import { CloseButton, MantineThemeProvider, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Place } from '../../../definitions/check/issue.ts';
import type { VariableUses } from '../../../definitions/check/variable-uses.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow, Variable } from '../../../definitions/flow/flow.ts';
import surface from '../../shell/surface.module.css';
import { FindField } from '../find-field.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { addVariable } from '../commands/add-variable.ts';
import type { Desk } from '../desk.ts';
import { denseTheme } from '../inspector/dense-theme.ts';
import { typeName } from '../inspector/type-name.ts';
import { NewValue } from './new-value.tsx';
import { useUses } from './use-uses.ts';
import { useOpenValue } from './use-open-value.ts';
import { ValueDetails, type ValueProps } from './value-details.tsx';
import styles from './variables.module.css';

export interface ValuesPanelProps {
  readonly desk: Pick<Desk, 'do'>;
  readonly content: DraftContent;
  /** Whose values are listed. */
  readonly flow: Flow;
  readonly onGo: (place: Place) => void;
  readonly onClose: () => void;
}

/** The values of a flow: what each holds, where it is set and used; one of them open, to be changed. */
export function ValuesPanel(props: ValuesPanelProps): ReactNode {
  return <PanelOfFlow key={props.flow.id} {...props} />;
}

function PanelOfFlow({ desk, content, flow, onGo, onClose }: ValuesPanelProps): ReactNode {
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useOpenValue(flow);
  const uses = useUses(content, flow.id);
  const { variables } = drawingWords;
  const found = valuesFound(flow, wanted);
  return (
    <MantineThemeProvider theme={denseTheme}>
      <aside className={`${surface['surface']} ${styles['panel']}`} aria-label={variables.panel}>
        <div className={styles['head']}>
          <h2 className={styles['heading']}>{variables.panel}</h2>
          <CloseButton size="sm" aria-label={variables.close} onClick={onClose} />
        </div>
        <FindField autoFocus label={variables.find} wanted={wanted} onWanted={setWanted} onClose={onClose} />
        {found.length === 0 ? (
          <p className={styles['quiet']}>
            {flow.variables.length === 0 ? variables.none : variables.noneFound}
          </p>
        ) : null}
        <ul className={styles['list']}>
          {/* By where it stands: one that is called otherwise stays open, with the focus in it. */}
          {found.map(({ variable, at }) => (
            <Value
              key={at}
              {...{ desk, content, variable, onGo }}
              flowId={flow.id}
              uses={uses.get(variable.name)}
              isOpen={variable.name === open}
              onOpen={(isOpen) => setOpen(isOpen ? variable.name : null)}
            />
          ))}
        </ul>
        <NewValue
          flow={flow}
          onAdd={(name) => {
            desk.do(variables.did.added(name), addVariable(flow.id, { name, type: { type: 'string' } }));
            setWanted('');
            setOpen(name);
          }}
        />
      </aside>
    </MantineThemeProvider>
  );
}

function Value({
  isOpen,
  onOpen,
  ...props
}: ValueProps & {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}): ReactNode {
  const { variable, uses } = props;
  const { variables } = drawingWords;
  const about = [
    typeName(variable.type),
    ...(variable.input === true ? [variables.given] : []),
    ...(variable.output === true ? [variables.handedBack] : []),
    ...(uses === undefined ? [] : [usesText(uses)]),
  ];
  return (
    <li className={styles['value']}>
      <UnstyledButton
        className={styles['valueHead'] ?? ''}
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        <IconChevronRight size={14} aria-hidden className={styles['sign']} />
        <span className={styles['name']}>{variable.name}</span>
        <span className={styles['about']}>{about.join(' · ')}</span>
      </UnstyledButton>
      {isOpen ? <ValueDetails {...props} /> : null}
    </li>
  );
}

function usesText({ uses, doubtful, stories }: VariableUses): string {
  const count = uses.length + doubtful.length;
  const { variables } = drawingWords;
  if (count > 0) return variables.uses(count);
  return stories.length === 0 ? variables.unused : variables.onlyInStories;
}

/** Those whose name, note or kind holds all words that somebody looks for, with their places in the flow. */
function valuesFound(
  flow: Flow,
  wanted: string,
): readonly { readonly variable: Variable; readonly at: number }[] {
  const parts = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return flow.variables
    .map((variable, at) => ({ variable, at }))
    .filter(({ variable: { name, description = '', type } }) => {
      const text = `${name} ${description} ${typeName(type)}`.toLowerCase();
      return parts.every((part) => text.includes(part));
    });
}
