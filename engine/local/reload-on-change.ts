import { join } from 'node:path';
import { projectRoot } from './project-root.ts';
import type { Service } from './service.ts';
import { watchTree } from './watch-tree.ts';

/** Editors write a file in several steps, and several files at once. */
const GATHER_MS = 400;

/**
 * While developing: starts the worker anew when something below `folders` (from the project's root) was changed, so
 * that an activity as it was just written is what runs. Answers how to end it.
 */
export function reloadOnChange(
  worker: Service,
  folders: readonly string[],
  notice: (sentence: string) => void,
): () => void {
  let gathering: NodeJS.Timeout | undefined;
  const reload = (): void => {
    gathering = undefined;
    notice('The worker starts anew with what was changed.');
    worker.restart().then(
      () => notice('The worker runs what was changed.'),
      (problem: unknown) =>
        notice(
          problem instanceof Error ? problem.message : 'The worker did not start with what was changed.',
        ),
    );
  };
  const ends = folders.map((folder) =>
    watchTree(join(projectRoot, folder), (file) => {
      if (!/\.(ts|json)$/.test(file)) return;
      clearTimeout(gathering);
      gathering = setTimeout(reload, GATHER_MS);
    }),
  );
  return () => {
    clearTimeout(gathering);
    for (const end of ends) end();
  };
}
