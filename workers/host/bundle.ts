import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = path.join(ROOT, '.cache', 'workflows');
/** All that can end up in the sandbox. */
const SOURCES = ['definitions', 'engine/interpreter', 'engine/workflows', 'package-lock.json'];

const inEngine = (file: string): string => path.join(ROOT, 'engine', file);

export const PAYLOAD_CONVERTER = inEngine('workflows/payload-converter.ts');

export interface WorkflowBundle {
  readonly bundle: WorkflowBundleWithSourceMap;
  /** Stands for the code: a hash of the bundle. */
  readonly buildId: string;
}

/** The code that runs in Temporal's sandbox. Kept in a cache under a hash of its sources, for bundling takes seconds. */
export async function workflowBundle(): Promise<WorkflowBundle> {
  const file = path.join(CACHE, `${await hashOfSources()}.js`);
  const code = await readFile(file, 'utf8').catch(() => bundleInto(file));
  return {
    bundle: { code, sourceMap: '' },
    buildId: createHash('sha256').update(withoutMap(code)).digest('hex').slice(0, 16),
  };
}

async function bundleInto(file: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: inEngine('workflows/workflows.ts'),
    payloadConverterPath: PAYLOAD_CONVERTER,
    // Shared by all cases of a worker: what a case holds by itself is then its state alone.
    preloadModules: [
      inEngine('workflows/lean-stacks.ts'),
      inEngine('workflows/revision-cache.ts'),
      inEngine('interpreter/link.ts'),
      inEngine('interpreter/step.ts'),
    ],
    logger: new DefaultLogger('WARN'),
  });
  await mkdir(CACHE, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, file);
  return code;
}

function withoutMap(code: string): string {
  return code.replace(/\/\/# sourceMappingURL=.*/g, '');
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const files = source.endsWith('.json')
      ? [source]
      : (await readdir(path.join(ROOT, source), { recursive: true })).map((name) => path.join(source, name));
    for (const name of files.filter((found) => /\.(ts|json)$/.test(found)).sort()) {
      hash.update(`${name}\n`).update(await readFile(path.join(ROOT, name)));
    }
  }
  return hash.digest('hex').slice(0, 32);
}
