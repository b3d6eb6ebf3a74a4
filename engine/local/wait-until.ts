const POLL_MS = 100;

/**
 * Asks again and again until the answer is neither an error nor null. Null when the time is over or `gone` resolved
 * first. For servers that say nothing when they are ready.
 */
export async function waitUntil<T>(
  ask: () => Promise<T>,
  limitMs: number,
  gone: Promise<void> = new Promise(() => undefined),
): Promise<T | null> {
  const deadline = Date.now() + limitMs;
  let isGone = false;
  void gone.then(() => (isGone = true));
  while (Date.now() < deadline && !isGone) {
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return null;
}
