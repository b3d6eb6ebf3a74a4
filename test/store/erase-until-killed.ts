/** Erases one person, and is killed while it does. Run as a process of its own. */
import { openStore } from '../../engine/store/store.ts';
import { erase } from './erase.ts';

const [database = '', uri = '', profileId = ''] = process.argv.slice(2);
const store = await openStore({ uri, database });
process.stdout.write('begun\n');
await erase(store, profileId);
process.stdout.write('done\n');
