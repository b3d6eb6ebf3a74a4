import { listed } from '../../../definitions/flow/listed.ts';
import { many } from '../many.ts';

/** Words of flows that are called: going into them and back, those that are not there, and steps that become one. */
export const calledFlows = {
  trail: 'The way here',
  backTo: (flow: string, step: string) => `${flow}: back to “${step}”`,
  missing: 'The flow that this step calls is not part of this draft: a case would get stuck here.',
  unchosen: 'This step does not say which flow it calls: a case would get stuck here.',
  missingAt: (step: string) => `“${step}” calls a flow that is not there`,
  missingToDo: 'Choose another flow for the step, or begin one for it.',
  elsewhere: (flow: string) => `“${flow}” is a flow by itself: look at it`,
  begin: 'Begin a flow for it',
  orChoose: 'Or choose another one below.',
  /** What a flow that is begun for a step holds. */
  names: { start: 'Begin', end: 'Done' },
  did: {
    begun: (flow: string) => `Began the flow “${flow}”`,
    grouped: (flow: string, count: number) => `Made the flow “${flow}” of ${many(count, 'step')}`,
  },
  group: {
    title: 'Make a flow of these steps',
    open: 'Make a flow of these…',
    happens: (count: number) =>
      `${many(count, 'step')} become a flow, and one step that calls it stands in their place.`,
    after:
      'The flow belongs to this draft and goes live with it: nothing has to be published first. Undo takes it away again.',
    name: 'What is the flow called?',
    nameMissing: 'Give it a name.',
    nameTaken: 'A flow of this draft is called so already.',
    given: 'It is given',
    givesBack: 'It gives back',
    nothing: 'nothing',
    go: 'Make the flow',
    close: 'Close',
  },
  /** Why chosen steps cannot become a flow, and what would help. */
  noGroup: {
    'too few': () =>
      'Choose two steps or more: with Shift and the mouse, or by clicking them with Ctrl held down.',
    'no way in': () =>
      'No arrow leads to these steps from outside, so nothing would ever call them. Draw one first.',
    'no way out': () =>
      'No arrow leads from these steps to another one, so a case would not come back from them. Draw one first.',
    'a start': (step: string) =>
      `“${step}” is where this flow begins, and has to stay. Choose the steps behind it alone.`,
    'an end': (step: string) =>
      `“${step}” is an end of this flow, and has to stay. Choose the steps before it alone.`,
    apart: (step: string) =>
      `No arrow between the chosen steps leads to “${step}”. Choose what lies between as well, or leave it out.`,
    'several ways in': (...steps: readonly string[]) =>
      `Arrows from outside lead to ${listed(steps.map(quoted), 'and')}: a called flow begins in one place. Choose what comes before them as well, or fewer steps.`,
    'several ways out': (...steps: readonly string[]) =>
      `From here it goes on to ${listed(steps.map(quoted), 'and')}: a called flow leads on to one step. Choose the steps up to where the ways come together, or stop before they part.`,
    'cut through': (step: string, way: string, to: string) =>
      `“${step}” has a way of its own, “${way}”, that leads past these steps to “${to}”. Leave “${step}” out, or choose what stands on that way as well.`,
    'join of others': (step: string, split: string) =>
      `“${step}” waits for ways that part at “${split}”, which is not chosen. Choose both, or neither.`,
    'come twice': (step: string, split: string) =>
      `Several of the ways that part at “${split}” come to “${step}”, and these steps set values: each way would have values of its own. Join them before it, or lead only one of them there.`,
    'part and leave': (step: string) =>
      `The ways that part at “${step}” leave these steps one by one. Choose the step where they come together as well.`,
    'beside them': (step: string, value: string) =>
      `“${step}” may be at work at the same time, and uses “${value}” too: one of them would not see what the other does. Choose it as well, or leave out what uses “${value}”.`,
    outcome: () =>
      'These steps set a value called “outcome”, which is what a call itself comes to. Rename it first.',
    'no flow': () => 'This flow is gone from the draft.',
    'too many values': () =>
      'These steps share more values with the others than a call can hold. Choose fewer steps.',
    'too many': () => 'This draft holds as many flows as one can.',
  },
};

function quoted(name: string): string {
  return `“${name}”`;
}
