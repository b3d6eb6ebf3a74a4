import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findOrFetch } from '../../engine/local/fetch-server.ts';
import type { Recipe, Way } from '../../engine/local/fetch-server.ts';
import { temporalRecipe } from '../../engine/local/temporal-recipe.ts';
import { mongoRecipe } from '../../engine/local/mongo-recipe.ts';
import { answersInTime } from '../../engine/local/probe.ts';
import { plainLines } from '../../engine/local/progress.ts';

const context = (lines: string[] = []) => ({
  cache: mkdtempSync(join(tmpdir(), 'earshot-cache-')),
  env: {},
  progress: plainLines((line) => lines.push(line)),
  signal: new AbortController().signal,
});
const way = (title: string, result: Awaited<ReturnType<Way['fetch']>>, tried: string[] = []): Way => ({
  title,
  fetch: () => (tried.push(title), Promise.resolve(result)),
});
const recipe = (more: Partial<Recipe>): Recipe => ({
  title: 'Thing',
  find: () => Promise.resolve(null),
  ways: [],
  waysOut: 'install it',
  ...more,
});

describe('getting a server', () => {
  it('takes what is there and tries no way then', async () => {
    const tried: string[] = [];
    const found = recipe({
      find: () => Promise.resolve('/bin/thing'),
      ways: [way('a', { program: '/x' }, tried)],
    });
    expect(await findOrFetch(found, context())).toBe('/bin/thing');
    expect(tried).toEqual([]);
  });

  it('tries its ways in order until one gives a program', async () => {
    const tried: string[] = [];
    const ways = [
      way('a', { none: 'no' }, tried),
      way('b', { program: '/b' }, tried),
      way('c', { program: '/c' }, tried),
    ];
    expect(await findOrFetch(recipe({ ways }), context())).toBe('/b');
    expect(tried).toEqual(['a', 'b']);
  });

  it('says in one sentence why there was no way, and what to do', async () => {
    const ways = [
      way('official download', { none: 'no answer' }),
      way('compiling', { none: 'Go is not installed' }),
    ];
    await expect(findOrFetch(recipe({ ways }), context())).rejects.toThrow(
      'Thing is not on this machine and could not be fetched (official download: no answer; compiling: Go is not installed): install it.',
    );
  });

  it('is done by one process at a time; the other finds what the first has fetched', async () => {
    const shared = context();
    let fetches = 0;
    const program = join(shared.cache, 'thing', 'program');
    const slow: Way = {
      title: 'slow',
      async fetch() {
        fetches += 1;
        const { writeFile } = await import('node:fs/promises');
        await writeFile(program, '');
        return { program };
      },
    };
    const one = recipe({ find: () => Promise.resolve(existsSync(program) ? program : null), ways: [slow] });
    await findOrFetch(one, shared);
    expect(await findOrFetch(one, shared)).toBe(program);
    expect(fetches).toBe(1);
    expect(existsSync(join(shared.cache, 'thing', 'lock'))).toBe(false);
  });

  it('without a compiler says so at once', async () => {
    const env = { PATH: '/nowhere' };
    const lines: string[] = [];
    const task = plainLines((line) => lines.push(line)).task('x');
    const compile = {
      folder: mkdtempSync(join(tmpdir(), 'earshot-way-')),
      env,
      task,
      signal: new AbortController().signal,
    };
    expect(await temporalRecipe.ways[1]?.fetch(compile)).toEqual({ none: 'Go is not installed' });
    expect(await mongoRecipe(null).ways[1]?.fetch(compile)).toEqual({ none: 'Rust is not installed' });
    task.done('');
  });

  it('uses only the kind of MongoDB that wrote the data', () => {
    expect(mongoRecipe('mongod').ways.map(({ title }) => title)).toEqual(['official download']);
    expect(mongoRecipe('secantusd-rs').ways.map(({ title }) => title)).toEqual([
      'compiling a compatible server with Rust, some minutes, once',
    ]);
    expect(mongoRecipe(null).ways).toHaveLength(2);
  });

  it('counts a host that does not answer as none', async () => {
    expect(await answersInTime('http://127.0.0.1:1/', {})).toBe(false);
    const { createServer } = await import('node:net');
    const silent = createServer();
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    expect(await answersInTime(`http://127.0.0.1:${port}/`, {}, 200)).toBe(false);
    silent.close();
  });
});
