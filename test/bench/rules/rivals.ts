import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** As much as is used here of @gorules/zen-engine. */
export interface Zen {
  readonly ZenEngine: new () => {
    createDecision(content: object): { evaluate(context: object): Promise<{ readonly result: unknown }> };
  };
}

/** As much as is used here of json-rules-engine. */
export interface JsonRules {
  readonly Engine: new (rules: readonly object[]) => {
    on(
      event: 'success',
      hear: (event: { readonly params?: { readonly [name: string]: unknown } }) => void,
    ): void;
    run(facts: object): Promise<unknown>;
    stop(): void;
  };
}

const FOLDER = fileURLToPath(new URL('../rivals/', import.meta.url));

/** The engines to compare with, installed beside their package file if they are not yet. */
export function rivals(): { readonly zen: Zen; readonly jsonRules: JsonRules } {
  const places = {
    zen: `${FOLDER}node_modules/@gorules/zen-engine/index.js`,
    jsonRules: `${FOLDER}node_modules/json-rules-engine/dist/index.js`,
  };
  if (!Object.values(places).every(existsSync))
    execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
      cwd: FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const load = createRequire(import.meta.url);
  return { zen: load(places.zen), jsonRules: load(places.jsonRules) };
}
