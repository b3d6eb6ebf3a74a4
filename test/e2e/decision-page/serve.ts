import { servePage, type ServedPage } from '../../setup/serve-page.ts';

export type DecisionPage = ServedPage;

/** The editor of tables on a page of its own. */
export function serveDecisionPage(api: string): Promise<DecisionPage> {
  return servePage(new URL('.', import.meta.url), api);
}
