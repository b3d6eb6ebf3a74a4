import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_ICONS } from '../../definitions/activity/icons.ts';
import { contentOf } from '../../definitions/flow/draft.ts';
import { canvasSteps } from '../../editor/designer/canvas/canvas-nodes.ts';
import { paletteOf } from '../../editor/designer/choices.ts';
import { ActivityIcon } from '../../editor/drawing/activity-icon.tsx';
import { activityFiles } from '../../engine/cli/new-activity/activity-files.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { careRevision } from '../store/care-revision.ts';

const contracts = shippedActivities.map(({ contract }) => contract);
const activities = Object.fromEntries(contracts.map((contract) => [contract.name, contract]));
const content = contentOf(careRevision());
const known: ReadonlySet<string | undefined> = new Set(ACTIVITY_ICONS);
const drawn = (name: string): string =>
  renderToStaticMarkup(createElement(ActivityIcon, { name, otherwise: 'the sign of all' }));

describe('the icons of activities', () => {
  it('are each drawn, as the icon of their name', () => {
    for (const name of ACTIVITY_ICONS) expect(drawn(name)).toContain(`tabler-icon-${name}"`);
    expect(known.size).toBe(ACTIVITY_ICONS.length);
  });

  it('leave the sign of all activities for a name that nobody can draw', () => {
    for (const name of ['no-such-icon', 'Send', 'constructor', ''])
      expect(drawn(name)).toBe('the sign of all');
  });

  it('are what the activities that ship name, and what a new one is begun with', () => {
    const unknown = contracts.filter(({ icon }) => !known.has(icon)).map(({ name, icon }) => [name, icon]);
    expect(unknown).toEqual([]);
    const [begun] = activityFiles({ camel: 'countAll', kebab: 'count-all', title: 'Count all' });
    expect(known).toContain(/icon: '(.*)'/.exec(begun?.text ?? '')?.[1]);
  });

  it('stand at the activity in the list of steps, and at each step that runs it', () => {
    const group = paletteOf(contracts, content, content.flow.id).find(({ title }) => title === 'Do');
    const listed = group?.items.map(({ title, icon }) => [title, icon] as const);
    expect(new Map(listed)).toEqual(new Map(contracts.map(({ title, icon }) => [title, icon])));
    const steps = canvasSteps(content.flow, { content, activities, troubles: new Map() }, []);
    const iconOf = (id: string): unknown => steps.find((step) => step.id === id)?.data.step.icon;
    expect(iconOf('look-up')).toBe('user-search');
    expect(iconOf('urgency')).toBeUndefined();
  });
});
