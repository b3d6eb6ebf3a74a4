import { Button } from '@mantine/core';
import { IconBook, IconBraces } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Place } from '../../definitions/check/issue.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { useOnceFetched } from '../shell/fetched.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import type { PaletteGroup, PaletteItem } from './choices.ts';
import tabs from './flow-tabs.module.css';
import { Palette } from './palette.tsx';
import { storiesChunk } from './stories/stories-chunk.ts';
import type { StoriesPanelProps } from './stories/stories-panel.tsx';
import type { LeftSideState } from './use-left-side.ts';
import { valuesChunk } from './variables/values-chunk.ts';
import type { ValuesPanelProps } from './variables/values-panel.tsx';

/** Shows the values of the flow, or its stories, beside its drawing; or puts them away. */
export function SideButtons({ side }: { readonly side: LeftSideState }): ReactNode {
  const { variables, stories } = drawingWords;
  const buttons = [
    { shows: 'values', label: variables.open, icon: IconBraces },
    { shows: 'stories', label: stories.open, icon: IconBook },
  ] as const;
  return (
    <span className={tabs['beside']}>
      {buttons.map(({ shows, label, icon: Icon }) => (
        <Button
          key={shows}
          size="compact-sm"
          variant={side.shows === shows ? 'light' : 'subtle'}
          fz={13}
          {...(side.shows === shows ? {} : { c: 'var(--soft)' })}
          leftSection={<Icon size={14} aria-hidden />}
          aria-pressed={side.shows === shows}
          onClick={() => side.show(side.shows === shows ? null : shows)}
        >
          {label}
        </Button>
      ))}
    </span>
  );
}

/** What stands left of the drawing: what may be added to it, its values, or its stories. */
export function LeftSide({
  side,
  flow,
  groups,
  isNarrow,
  onAdd,
  onGo,
  ...props
}: {
  readonly side: LeftSideState;
  readonly flow: Flow;
  readonly groups: readonly PaletteGroup[];
  readonly isNarrow: boolean;
  readonly onAdd: (item: PaletteItem) => void;
  readonly onGo: (place: Place) => void;
} & Pick<ValuesPanelProps, 'desk' | 'content'> &
  Pick<StoriesPanelProps, 'activities' | 'stories' | 'trying'>): ReactNode {
  const Values = useOnceFetched(valuesChunk, side.shows === 'values');
  const StoriesPanel = useOnceFetched(storiesChunk, side.shows === 'stories');
  const close = (): void => side.show(null);
  const { isOn: isTrying } = props.trying;
  if (side.shows === 'stories' && StoriesPanel !== null)
    return (
      <StoriesPanel
        {...props}
        open={side.story}
        onOpen={side.openStory}
        fromCase={side.fromCase}
        onFromCase={side.takeFrom}
        onGo={onGo}
        onClose={close}
      />
    );
  if (isTrying) return null;
  if (side.shows === 'values' && Values !== null)
    return <Values desk={props.desk} content={props.content} flow={flow} onGo={onGo} onClose={close} />;
  return isNarrow ? null : <Palette groups={groups} onChoose={onAdd} />;
}
