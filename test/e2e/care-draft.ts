import type { Page } from 'playwright-core';
import { z } from 'zod';
import { settled } from './browser.ts';

const Flows = z.array(
  z.looseObject({ id: z.string(), live: z.looseObject({ hash: z.string() }).nullable() }),
);
const Made = z.looseObject({ flowId: z.string() });

/** Errors on the console of a page, and those that nobody caught, as they come from now on. */
export function errorsOn(page: Page): readonly string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  return said;
}

/** Copies the flow that ships, under a name of its own, and opens the draft of the copy; answers the copy's id. */
export async function openCareDraft(page: Page, name: string): Promise<string> {
  const flows = Flows.parse(await (await page.request.get('/api/flows')).json());
  const hash = flows.find(({ id }) => id === 'mention-care')?.live?.hash;
  const data = { name: `${name} ${Date.now()}`, copyOf: { revision: hash } };
  const { flowId } = Made.parse(await (await page.request.post('/api/flows', { data })).json());
  await page.goto(`/flows/${flowId}/draft`, { waitUntil: 'domcontentloaded' });
  await settled(page);
  return flowId;
}
