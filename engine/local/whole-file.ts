import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file in one step, readable by this user alone: nobody ever reads half of it, not even after a full disk. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.new`;
  try {
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
