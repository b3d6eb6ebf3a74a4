import { z } from 'zod';
import { startScript } from '../capture/child-line.ts';

const Figures = z.looseObject({ customers: z.number() });

/** Loads so many customers into a store on servers of its own, in a process of its own, and asks who profiles are. */
export async function registerFigures(size: number, folder: string): Promise<object> {
  const servers = await startScript('engine/local/servers-main.ts');
  try {
    const { mongodbUri } = z.object({ mongodbUri: z.string() }).parse(servers.said);
    const loading = await startScript('test/bench/identity/register-main.ts', {
      MONGODB_URI: mongodbUri,
      CUSTOMERS: String(size),
      DATA: folder,
    });
    try {
      return Figures.parse(loading.said);
    } finally {
      await loading.stop();
    }
  } finally {
    await servers.stop();
  }
}
