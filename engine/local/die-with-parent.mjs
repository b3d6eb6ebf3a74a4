/**
 * Preloaded into the processes that Earshot starts: when the channel to the parent closes, the parent is gone,
 * however it ended, and this process is asked to end too.
 */
import process from 'node:process';

if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening must not keep alive what has nothing else to do.
  process.channel.unref();
}
