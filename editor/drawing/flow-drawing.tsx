import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, type ReactNode } from 'react';
import { Loading } from '../shell/states.tsx';
import { BandList } from './band-list.tsx';
import type { DrawingProps } from './drawing.tsx';

const Drawing = lazy(loadDrawing);

/** Begins to fetch what draws; for a page that will need it. */
export function loadDrawing(): Promise<typeof import('./drawing.tsx')> {
  return import('./drawing.tsx');
}

/** A flow as a drawing; in a narrow window as a list of its bands. The drawing comes as a chunk of its own. */
export function FlowDrawing({
  meanwhile = <Loading lines={5} height={44} />,
  ...props
}: DrawingProps & {
  /** What stands there until it has come. */
  readonly meanwhile?: ReactNode;
}): ReactNode {
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  if (isNarrow)
    return (
      <BandList
        flow={props.flow}
        steps={props.steps}
        {...(props.onSelect === undefined ? {} : { onSelect: props.onSelect })}
      />
    );
  return (
    <Suspense fallback={meanwhile}>
      <Drawing {...props} />
    </Suspense>
  );
}
