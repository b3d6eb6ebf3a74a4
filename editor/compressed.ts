import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller files fit into one packet as they are. */
const LEAST_BYTES = 1_024;
const TEXT = /\.(?:css|js|svg)$/;
/** The best takes fifty times as long, for files smaller by a tenth. */
const QUALITY = 7;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Leaves beside each built file of text what is sent of it: as brotli, and as gzip for whoever does not take that. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error('The pages are written into a folder.');
      await Promise.all(
        Object.values(bundle).map(async (file) => {
          const text = file.type === 'chunk' ? file.code : file.source;
          const bytes = Buffer.from(text);
          if (!TEXT.test(file.fileName) || bytes.length < LEAST_BYTES) return;
          const params = {
            [constants.BROTLI_PARAM_QUALITY]: QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          };
          const path = `${dir}/${file.fileName}`;
          await Promise.all([
            toBrotli(bytes, { params }).then((br) => writeFile(`${path}.br`, br)),
            toGzip(bytes).then((gz) => writeFile(`${path}.gz`, gz)),
          ]);
        }),
      );
    },
  };
}
