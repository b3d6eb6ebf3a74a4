import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, type ReactNode } from 'react';
import { Loading } from '../shell/states.tsx';
import { BandList } from './band-list.tsx';
import type { DrawingProps } from './drawing.tsx';

const Drawing = lazy(() => import('./drawing.tsx'));

/** A flow as a drawing; in a narrow window as a list of its bands. The drawing comes as a chunk of its own. */
export function FlowDrawing(props: DrawingProps): ReactNode {
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
    <Suspense fallback={<Loading lines={5} height={44} />}>
      <Drawing {...props} />
    </Suspense>
  );
}
