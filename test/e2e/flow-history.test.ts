import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { formatFlowFile } from '../../definitions/flow/file/format-flow-file.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { builtPages } from '../../engine/local/pages.ts';
import { startWithoutWorker, type EarshotApi } from '../setup/earshot-processes.ts';
import { NARROW, openBrowser, openPage, openWindow, settled, target } from './browser.ts';
import { graveIn, graveOn, measured, misplacedOn } from './visit.ts';

/** What was published of a flow is held against each other, begun with again, and taken out and in as a file. */
describe.skipIf(target === null)('a flow', () => {
  let browser: Browser;
  let earshot: EarshotApi;
  let folder: string;
  let count = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-flow-files-'));
    earshot = await startWithoutWorker({ name: 'history', pages: builtPages });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const beginning = (content: DraftContent, name: string): DraftContent => ({
    ...content,
    flow: {
      ...content.flow,
      nodes: content.flow.nodes.map((node) => (node.kind === 'startEvent' ? { ...node, name } : node)),
    },
  });
  /** A flow with a revision for each of these names of its first step, and a page to look at it with. */
  const published = async (
    ...names: readonly string[]
  ): Promise<{ readonly flow: string; readonly page: Page }> => {
    const page = await openWindow(browser, { of: earshot });
    const flow = `kept-${++count}`;
    let content = newFlow(flow, `Kept ${count}`);
    for (const name of names) {
      content = beginning(content, name);
      await earshot.store.drafts.begin(content, 'al');
      const data = { version: 1, why: `${name}, that is why.` };
      const answer = await page.request.post(`/api/flows/${flow}/draft/release`, { data });
      expect(answer.status()).toBe(201);
    }
    return { flow, page };
  };
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await settled(page);
  };
  const draftOf = async (flow: string) => earshot.store.drafts.find(flow);
  const firstStep = async (flow: string): Promise<string | undefined> =>
    (await draftOf(flow))?.content.flow.nodes.find(({ kind }) => kind === 'startEvent')?.name;
  const fileOf = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const choose = async (page: Page, button: string, file: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page
        .getByRole('button', { name: button })
        .or(page.getByRole('menuitem', { name: button }))
        .first()
        .click(),
    ]);
    await chooser.setFiles(file);
  };

  it('shows what changed between any two of its revisions, at an address of its own', async () => {
    const { flow, page } = await published('One', 'Two', 'Three');
    await go(page, `/flows/${flow}`);
    await page.getByRole('link', { name: 'Compare…' }).click();
    const inWords = page.getByRole('region', { name: 'In words' });
    await inWords.getByText('Three').first().waitFor();
    expect(await inWords.locator('del').allInnerTexts()).toEqual(['Two']);
    expect(await inWords.locator('ins').allInnerTexts()).toEqual(['Three']);
    await page.getByLabel('Before', { exact: true }).first().click();
    await page.getByRole('option', { name: /^revision 1/ }).click();
    await inWords.getByText('One').waitFor();
    expect(await inWords.locator('del').allInnerTexts()).toEqual(['One']);
    const address = page.url();
    expect(address).toMatch(/compare\?from=[0-9a-f]{64}&to=[0-9a-f]{64}$/);
    await page.getByText('One, that is why.').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await go(page, address);
    await inWords.getByText('One').waitFor();
    await page.getByRole('button', { name: 'The other way round' }).click();
    await expect.poll(() => inWords.locator('ins').allInnerTexts()).toEqual(['One']);
    const narrow = await openPage(browser, address, { of: earshot, size: NARROW });
    await narrow.getByRole('region', { name: 'In words' }).getByText('One').waitFor();
    expect((await measured(narrow)).overPx).toBeLessThanOrEqual(0);
    expect(await misplacedOn(narrow)).toEqual([]);
    await narrow.context().close();
    await page.context().close();
  });

  it('is restored from a revision; a draft that is there goes only if one says so', async () => {
    const { flow, page } = await published('Old', 'New');
    const [, first] = await earshot.store.revisions.list(flow);
    const old = `/flows/${flow}?revision=${first?.hash}`;
    await go(page, old);
    await page.getByRole('button', { name: 'Restore as a draft…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore it' }).click();
    await page.waitForURL(new RegExp(`/flows/${flow}/draft$`));
    expect(await firstStep(flow)).toBe('Old');
    const draft = await draftOf(flow);
    if (draft === null) throw new Error('There is no draft.');
    await earshot.store.drafts.change(flow, draft.version, beginning(draft.content, 'Edited'), 'al');

    await go(page, old);
    await page.getByRole('button', { name: 'Restore as a draft…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore revision 1 as a draft' });
    await dialog.getByText(/There is a draft, changed/).waitFor();
    await dialog.getByRole('button', { name: 'Restore it' }).click();
    await dialog.getByText('Nothing is put away unless you say so.').waitFor();
    expect(await firstStep(flow)).toBe('Edited');
    expect(await graveOn(page)).toEqual([]);
    await dialog.getByLabel(/^Put that draft away/).check();
    await dialog.getByRole('button', { name: 'Restore it' }).click();
    await page.waitForURL(new RegExp(`/flows/${flow}/draft$`));
    await expect.poll(() => firstStep(flow)).toBe('Old');
    await page.locator('.react-flow__node').filter({ hasText: 'Old' }).first().waitFor();
    await page.context().close();
  });

  it('goes out as a file and comes in as another flow, with all that it holds', async () => {
    const { flow, page } = await published('Taken out');
    await go(page, `/flows/${flow}`);
    await page.getByRole('button', { name: /^What to do with/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${flow}.flow.json`);
    const path = join(folder, 'out.json');
    await download.saveAs(path);
    const content = beginning(newFlow(flow, `Kept ${count}`), 'Taken out');
    expect(readFileSync(path, 'utf8')).toBe(formatFlowFile(content));

    await go(page, '/flows');
    await choose(page, 'Import…', path);
    const dialog = page.getByRole('dialog', { name: 'Import “out.json”' });
    await dialog.getByText(`It holds “Kept ${count}”`).waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await dialog.getByRole('button', { name: 'Import it' }).click();
    await dialog.getByText('A flow has this name already.').waitFor();
    await dialog.getByLabel('Name').fill('Brought in');
    await dialog.getByRole('button', { name: 'Import it' }).click();
    await page.waitForURL(/\/flows\/brought-in\/draft$/);
    const brought = await draftOf('brought-in');
    expect(canonicalJson(brought?.content)).toBe(
      canonicalJson({ ...content, flow: { ...content.flow, id: 'brought-in', name: 'Brought in' } }),
    );
    await page.context().close();
  });

  it('goes out as BPMN and comes in as another flow, with all that it holds', async () => {
    const { flow, page } = await published('Drawn');
    await go(page, `/flows/${flow}`);
    await page.getByRole('button', { name: /^What to do with/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export as BPMN' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${flow}.bpmn`);
    const path = join(folder, 'out.bpmn');
    await download.saveAs(path);
    await go(page, '/flows');
    await choose(page, 'Import…', path);
    const dialog = page.getByRole('dialog', { name: 'Import “out.bpmn”' });
    await dialog.getByLabel('Name').fill('Drawn elsewhere');
    expect(await dialog.getByText('cannot be said here').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Import it' }).click();
    await page.waitForURL(/\/flows\/drawn-elsewhere\/draft$/);
    const content = beginning(newFlow('drawn-elsewhere', 'Drawn elsewhere'), 'Drawn');
    expect(canonicalJson((await draftOf('drawn-elsewhere'))?.content)).toBe(canonicalJson(content));
    await page.context().close();
  });

  it('begins with somebody else’s BPMN, once it is told what is left out of it', async () => {
    const page = await openPage(browser, '/flows', { of: earshot });
    const file = fileOf(
      'theirs.bpmn',
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:x">
        <process id="p" name="Refund"><startEvent id="s"/><userTask id="t" name="Approve" camunda:assignee="demo"/><endEvent id="e"/>
        ${Array.from({ length: 12 }, (_, at) => `<dataObjectReference id="d${at}" name="Letter ${at}"/>`).join('')}
        <sequenceFlow id="a" sourceRef="s" targetRef="t"/><sequenceFlow id="b" sourceRef="t" targetRef="e"/></process>
      </definitions>`,
    );
    await choose(page, 'Import…', file);
    const dialog = page.getByRole('dialog', { name: 'Import “theirs.bpmn”' });
    await dialog.getByText('13 things of the file cannot be said here').waitFor();
    const list = dialog.getByRole('list', { name: /cannot be said here/ });
    expect(await list.getByRole('listitem').count()).toBe(13);
    await list.getByText('“camunda:assignee” (“demo”) of “Approve”').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await page.setViewportSize(NARROW);
    expect((await measured(page)).overPx).toBe(0);
    await dialog.getByRole('button', { name: 'Import it' }).click();
    await page.waitForURL(/\/flows\/refund\/draft$/);
    expect((await draftOf('refund'))?.content.flow.nodes.map(({ kind }) => kind)).toEqual([
      'startEvent',
      'userTask',
      'endEvent',
    ]);
    await page.context().close();
  });

  it('takes a file into its draft as one edit, which is undone in one go', async () => {
    const { flow, page } = await published('Before');
    await page.request.post(`/api/flows/${flow}/draft`, { data: {} });
    await go(page, `/flows/${flow}/draft`);
    const file = fileOf('in.json', formatFlowFile(beginning(newFlow('other', 'Other'), 'From a file')));
    await page.getByRole('button', { name: 'File', exact: true }).click();
    await choose(page, 'Import into this draft…', file);
    const dialog = page.getByRole('dialog', { name: 'Import “in.json”' });
    await dialog.getByRole('button', { name: 'Put it into this draft' }).click();
    await page.locator('.react-flow__node').filter({ hasText: 'From a file' }).first().waitFor();
    await expect.poll(() => firstStep(flow)).toBe('From a file');
    expect((await draftOf(flow))?.content.flow).toMatchObject({ id: flow, name: `Kept ${count}` });
    await page.getByRole('button', { name: 'Undo: Imported “in.json”' }).click();
    await expect.poll(() => firstStep(flow)).toBe('Before');
    await page.context().close();
  });

  it.each([
    ['no flow', '{ "name": "x" }', 'There is no flow in this file.'],
    ['another version', '{ "earshot": "flow", "version": 9 }', 'This file is of version 9'],
    ['50 MB', 'x'.repeat(50_000_000), 'This file is larger than 12 MB'],
    ['a name of 100,000 characters', formatFlowFile(newFlow('long', 'n'.repeat(100_000))), '“/name”'],
  ])(
    'says what is wrong with a file (%s), offers another one, and leaves its draft as it is',
    async (_, text, said) => {
      const { flow, page } = await published('Stays');
      await page.request.post(`/api/flows/${flow}/draft`, { data: {} });
      await go(page, `/flows/${flow}/draft`);
      await page.getByRole('button', { name: 'File', exact: true }).click();
      await choose(page, 'Import into this draft…', fileOf('bad.json', text));
      const dialog = page.getByRole('dialog', { name: 'Import “bad.json”' });
      await dialog.getByText(said).first().waitFor();
      await dialog.getByRole('button', { name: 'Choose another file' }).waitFor();
      expect(await draftOf(flow)).toMatchObject({ version: 1 });
      await page.context().close();
    },
  );
});
