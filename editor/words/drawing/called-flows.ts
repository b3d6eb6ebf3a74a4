/** Words of flows that are called: going into them and back, and those that are not there. */
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
  },
};
