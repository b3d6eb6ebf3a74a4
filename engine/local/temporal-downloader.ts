/** Downloads Temporal's development server with the SDK's own downloader into the folder named as argument. */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const downloadDir = process.argv[2];
if (!downloadDir) throw new Error('Name the folder to download to.');
const server = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, ttl: '3650d' } },
});
await server.teardown();
process.exit(0);
