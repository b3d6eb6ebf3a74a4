import { counted } from './locale.ts';

/** '1 case', '1,261 cases'. */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${counted(count)} ${count === 1 ? one : more}`;
}
