/** Something of a BPMN file that a flow has no word for, and why it was left out, each as people say it. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** What is said when something is left out. */
export type Leave = (what: string, why: string) => void;

/** More than anybody reads; what is beyond is counted. */
const MOST = 1_000;
const LONGEST = 80;

/** Gathers what is left out, each once. */
export function leftOuts(): { readonly leave: Leave; readonly all: () => readonly LeftOut[] } {
  const said = new Map<string, LeftOut>();
  let beyond = 0;
  return {
    leave(what, why) {
      const key = `${what}\n${why}`;
      if (said.has(key)) return;
      if (said.size < MOST) said.set(key, { what, why });
      else beyond += 1;
    },
    all: () =>
      beyond === 0
        ? [...said.values()]
        : [
            ...said.values(),
            { what: `${beyond} more things`, why: `More than ${MOST} are not told one by one.` },
          ],
  };
}

/** A text in quotes, cut where it is long. */
export function quotedShort(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return `“${plain.length > LONGEST ? `${plain.slice(0, LONGEST)} …` : plain}”`;
}
