import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { fetched, useFetched } from '../shell/fetched.ts';
import { Loading } from '../shell/states.tsx';
import { BandList } from './band-list.tsx';
import type { DrawingProps } from './drawing.tsx';

/** What draws. A page that will need it begins to fetch it. */
export const drawing = fetched(() => import('./drawing.tsx').then((module) => module.default));

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
  return <OnceFetched meanwhile={meanwhile} {...props} />;
}

function OnceFetched({ meanwhile, ...props }: DrawingProps & { readonly meanwhile: ReactNode }): ReactNode {
  const Drawing = useFetched(drawing);
  return Drawing === null ? meanwhile : <Drawing {...props} />;
}
