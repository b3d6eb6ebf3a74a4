/**
 * Remembers the last `size` values asked for, by key. A promise that fails or answers nothing is forgotten at once,
 * so that the next one who asks tries again.
 */
export function recentOnly<T extends Promise<unknown>>(size: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const value = known.get(key) ?? make();
    known.delete(key);
    known.set(key, value);
    const forget = (): void => {
      if (known.get(key) === value) known.delete(key);
    };
    value.then((answer) => (answer === null ? forget() : undefined), forget);
    const [oldest] = known.keys();
    if (known.size > size && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
