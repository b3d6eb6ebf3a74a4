/** A length of time in milliseconds as ISO 8601 writes it: 'PT0S', 'PT90.5S', 'P1DT2H'. */
export function asDuration(ms: number): string {
  const seconds = (ms % 60_000) / 1000;
  const time = [
    [Math.floor(ms / 3_600_000) % 24, 'H'],
    [Math.floor(ms / 60_000) % 60, 'M'],
    [seconds, 'S'],
  ] as const;
  const days = Math.floor(ms / 86_400_000);
  const said = time.flatMap(([count, unit]) => (count === 0 ? [] : [`${count}${unit}`])).join('');
  if (days === 0) return `PT${said === '' ? '0S' : said}`;
  return `P${days}D${said === '' ? '' : `T${said}`}`;
}
