import type { Json, JsonObject } from '../flow/json.ts';

/**
 * Keys of a list's items. Ids may stand twice in a draft, and phrases often do: the second of them is known as `x^2`,
 * the third as `x^3`. A `^` of the id itself is written twice.
 */
export function keyOf(text: string, turn: number): string {
  const written = text.includes('^') ? text.replaceAll('^', '^^') : text;
  return turn === 1 ? written : `${written}^${turn}`;
}

const KEY = /^((?:[^^]|\^\^)*)(?:\^([1-9]\d*))?$/;

/** The id or phrase that a key stands for, and the how manieth of them it is. Undefined: this is no key. */
export function readKey(key: string): { readonly text: string; readonly turn: number } | undefined {
  if (!key.includes('^')) return { text: key, turn: 1 };
  const [, written, turn] = KEY.exec(key) ?? [];
  if (written === undefined || turn === '1') return undefined;
  return { text: written.replaceAll('^^', '^'), turn: turn === undefined ? 1 : Number(turn) };
}

/** What an item is known by. An item of a wrong shape has the empty text. */
export function keyText(item: JsonObject, member: string): string {
  const text: Json | undefined = item[member];
  return typeof text === 'string' ? text : '';
}

/** The keys of all items, in their order. */
export function keysOf(items: readonly JsonObject[], member: string): readonly string[] {
  const turns = new Map<string, number>();
  return items.map((item) => {
    const text = keyText(item, member);
    const turn = (turns.get(text) ?? 0) + 1;
    turns.set(text, turn);
    return keyOf(text, turn);
  });
}

/** Where the item of a key stands, or -1. Costs a walk, but makes nothing. */
export function indexOfKey(items: readonly JsonObject[], member: string, key: string): number {
  const wanted = readKey(key);
  if (wanted === undefined) return -1;
  let left = wanted.turn;
  return items.findIndex((item) => keyText(item, member) === wanted.text && --left === 0);
}

/** The key of the item at an index. Costs a walk to there, but makes nothing. */
export function keyAt(items: readonly JsonObject[], member: string, at: number): string {
  const text = keyText(items[at] ?? {}, member);
  let turn = 1;
  for (let before = 0; before < at; before++) if (keyText(items[before] ?? {}, member) === text) turn++;
  return keyOf(text, turn);
}
