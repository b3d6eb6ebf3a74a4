import { applied } from '../../definitions/edit/applied.ts';
import type { Edit } from '../../definitions/edit/edit.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Since } from '../../editor/designer/session/authors.ts';

export type Answer =
  | { readonly taken: true; readonly version: number }
  | {
      readonly taken: false;
      readonly version: number;
      readonly known: readonly string[];
      readonly since: readonly Since[] | null;
    };

/** The order of edits as the API keeps it: made at the version that they name, or not at all. */
export class DraftServer {
  content: DraftContent;
  version = 1;
  readonly log: Since[] = [];

  constructor(content: DraftContent) {
    this.content = content;
  }

  /** Whoever is further behind than `told` edits is told to read the draft anew. */
  add(base: number, edits: readonly Edit[], told: number): Answer {
    const known = edits.map(({ id }) => id).filter((id) => this.log.some((one) => one.id === id));
    if (base !== this.version || known.length > 0)
      return { taken: false, version: this.version, known, since: this.since(base, told) };
    const result = applied(
      this.content,
      edits.flatMap(({ changes }) => changes),
    );
    if ('problem' in result) throw new Error(result.problem.message);
    this.content = result.content;
    for (const edit of edits) this.log.push({ ...edit, version: ++this.version });
    return { taken: true, version: this.version };
  }

  since(version: number, told: number): readonly Since[] | null {
    const since = this.log.filter((one) => one.version > version);
    return since.length > told ? null : since;
  }
}
