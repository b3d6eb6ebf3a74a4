/** A JSON Pointer (RFC 6901) made of the steps it takes: member names and list indexes. */
export function pointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The steps that a JSON Pointer takes. What is no pointer reads as one that takes no step. */
export function pointerSteps(text: string): readonly string[] {
  const [before, ...steps] = text.split('/');
  return before === '' ? steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) : [];
}
