/** Downloads MongoDB's server with mongodb-memory-server's downloader into the folder named as argument. */
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js';

const downloadDir = process.argv[2];
if (!downloadDir) throw new Error('Name the folder to download to.');
// The downloader checks certificates only when npm's own setting asks for it, and goes on with a part only if told.
process.env['npm_config_strict_ssl'] = 'true';
process.env['MONGOMS_RESUME_DOWNLOAD'] = 'true';
process.env['MONGOMS_RUNTIME_DOWNLOAD'] = 'true';
process.env['MONGOMS_MAX_RETRIES'] = '2';
const path = await MongoBinary.getPath({ downloadDir });
process.stdout.write(`${path}\n`);
