import { readdirSync, statSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells the name of each file below a folder that is changed, added or taken away, in folders made later too. Answers
 * how to end it.
 *
 * Watches each folder by itself. Node's own recursive watching follows each file on Linux, and hears no more of one
 * that an editor has put another in the place of, as many do whenever they save.
 */
export function watchTree(root: string, changed: (file: string) => void): () => void {
  const watched = new Map<string, { readonly watcher: FSWatcher; readonly made: string }>();

  function forget(folder: string): void {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  }
  function begin(folder: string, made: string): void {
    const watcher = watch(folder, (event, file) => {
      if (event === 'rename') add(folder, true);
      if (file !== null) changed(file);
    });
    watcher.on('error', () => forget(folder));
    watched.set(folder, { watcher, made });
  }
  function add(folder: string, isLater: boolean): void {
    const found = read(folder);
    if (watched.get(folder)?.made !== found?.made) forget(folder);
    if (found === null) return;
    if (!watched.has(folder)) {
      begin(folder, found.made);
      if (isLater) for (const { name } of found.entries) changed(name);
    }
    for (const entry of found.entries) if (entry.isDirectory()) add(join(folder, entry.name), isLater);
  }

  add(root, false);
  return () => {
    for (const folder of [...watched.keys()]) forget(folder);
  };
}

/** Null: it is not there any more. */
function read(folder: string): { readonly entries: readonly Dirent[]; readonly made: string } | null {
  try {
    const { ino, birthtimeMs } = statSync(folder);
    // A folder made anew may get the number of the one before.
    return { entries: readdirSync(folder, { withFileTypes: true }), made: `${ino} ${birthtimeMs}` };
  } catch {
    return null;
  }
}
