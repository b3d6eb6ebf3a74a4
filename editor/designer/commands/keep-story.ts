import type { Scenario } from '../../../definitions/scenario/scenario.ts';
import type { Command } from './in-flow.ts';

/** Keeps a story with the draft: under `id`, or in place of the one that is called the same. */
export function keepStory(id: string, story: Scenario): Command {
  return (content) => {
    const same = Object.entries(content.scenarios).find(([, { name }]) => name === story.name);
    return { ...content, scenarios: { ...content.scenarios, [same?.[0] ?? id]: story } };
  };
}
