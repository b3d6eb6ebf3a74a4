import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

/** After a line that could not be written, how long none is tried. */
const REST_MS = 10_000;

export interface LogFile {
  write(line: string): void;
  end(): void;
}

/**
 * Appends lines to a file. What cannot be written, as on a full disk, is left out: a log must never end what it tells
 * of. Once there is room it goes on.
 */
export function openLog(file: string): LogFile {
  let stream: WriteStream | null = null;
  let restUntil = 0;
  const opened = (): WriteStream => {
    mkdirSync(dirname(file), { recursive: true });
    const fresh = createWriteStream(file, { flags: 'a' });
    fresh.on('error', () => {
      if (stream === fresh) stream = null;
      restUntil = Date.now() + REST_MS;
    });
    return fresh;
  };
  return {
    write(line) {
      if (Date.now() < restUntil) return;
      stream ??= opened();
      stream.write(`${line}\n`);
    },
    end: () => stream?.end(),
  };
}
