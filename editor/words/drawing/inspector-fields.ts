/**
 * Words of the parts of a step: what stands over a field, what it is called in a sentence, what helps. By the names that
 * lead to it; those of one kind of step, or of one place, stand under more of them.
 */
interface Said {
  readonly title: string;
  readonly what: string;
  readonly help?: string;
  /** What might stand there. */
  readonly example?: string;
  /** One of a list, in a sentence. */
  readonly one?: string;
}

export const inspectorFields: { readonly [path: string]: Said } = {
  name: { title: 'Name', what: 'the name' },
  documentation: {
    title: 'Note for colleagues',
    what: 'the note',
    help: 'Why it is so. Shown beside the drawing.',
  },
  text: { title: 'Note', what: 'the text' },

  outcome: {
    title: 'What it came to',
    what: 'the outcome',
    help: 'In a word or two; cases are counted by it.',
  },
  terminate: { title: 'Ends every other way as well', what: 'what else it ends' },

  decision: { title: 'Decides', what: 'how it decides' },
  'decision.table.table': { title: 'Table', what: 'the table' },
  'decision.table.input': {
    title: 'What the table looks at',
    what: 'what the table looks at',
    help: 'Left empty, it looks at the value of the same name.',
  },
  'decision.expression.expression': { title: 'Is', what: 'the rule' },
  result: { title: 'Result goes into', what: 'where the result goes' },
  'userTask.result': { title: 'Answers go into', what: 'where the answers go' },
  'arms.message.result': { title: 'What it says goes into', what: 'where the message goes' },
  'boundary.error.result': { title: 'What went wrong goes into', what: 'where the failure goes' },

  branches: { title: 'Ways, asked from top to bottom', what: 'the ways', one: 'a way' },
  'branches.name': { title: 'Name', what: 'the name of a way' },
  'branches.condition': { title: 'If', what: 'the condition' },
  defaultPort: { title: 'Otherwise', what: 'the other way' },

  arms: { title: 'Whatever comes first', what: 'what it waits for', one: 'one to wait for' },
  'arms.message.name': { title: 'Name', what: 'the name of a way' },
  'arms.time.name': { title: 'Name', what: 'the name of a way' },
  'arms.message.message': { title: 'Message', what: 'the message' },
  accept: { title: 'Which counts', what: 'which message counts' },

  wait: { title: 'How long', what: 'the wait' },
  'wait.duration.for': {
    title: 'Length',
    what: 'the wait',
    example: 'duration("PT2H")',
  },
  'wait.until.at': { title: 'Moment', what: 'the moment', help: 'A date and time.' },
  'wait.businessHours.for': {
    title: 'Length, counted while open',
    what: 'the wait',
    example: 'duration("PT2H")',
  },
  'wait.businessHours.calendar': { title: 'Working hours', what: 'the working hours' },

  activity: { title: 'What it does', what: 'what is done' },
  input: { title: 'What it is given', what: 'what it is given' },
  retry: {
    title: 'Trying again',
    what: 'how it is tried again',
    help: 'Left empty: as the work itself has it.',
  },
  maximumAttempts: { title: 'Tries at most', what: 'the number of tries' },
  initialIntervalMs: { title: 'First pause', what: 'the first pause' },
  backoffCoefficient: {
    title: 'Each pause is longer by',
    what: 'how pauses grow',
    help: '2: twice as long as the one before.',
  },
  maximumIntervalMs: { title: 'Longest pause', what: 'the longest pause' },
  limits: { title: 'How long it may take', what: 'how long it may take' },
  startToCloseMs: { title: 'One try', what: 'how long one try may take' },
  scheduleToCloseMs: { title: 'All tries together', what: 'how long all tries may take' },

  flow: { title: 'Flow', what: 'the flow' },
  output: {
    title: 'What comes back',
    what: 'what comes back',
    help: 'Values of this flow, from those of the other one.',
  },

  boundary: {
    title: 'If something comes between',
    what: 'what may come between',
    one: 'what may come between',
  },
  'boundary.error.name': { title: 'Name', what: 'the name of a way' },
  'boundary.timer.name': { title: 'Name', what: 'the name of a way' },
  'boundary.error.code': {
    title: 'Only if it fails with',
    what: 'which failure counts',
    help: 'Left empty: with anything.',
  },
  interrupting: { title: 'The step is then given up', what: 'whether the step is given up' },
  again: { title: 'Again and again', what: 'how often it comes again' },
  'again.atMost': { title: 'Times in all', what: 'how often it comes' },

  repeat: { title: 'Once for each of a list', what: 'the repeating' },
  'repeat.over': { title: 'List', what: 'the list' },
  'repeat.as': { title: 'Each one is called', what: 'the name of each one' },
  'repeat.atMost': { title: 'At most at once', what: 'how many at once', help: '1: one after the other.' },
  'repeat.collect': { title: 'Results go into', what: 'where the results go' },
  'repeat.until': { title: 'Stop as soon as', what: 'when it stops' },

  instructions: { title: 'What to do', what: 'what to do', help: 'One sentence, above the questions.' },
  guide: { title: 'Guide', what: 'the guide', help: 'What a good colleague would advise.' },
  form: { title: 'Questions', what: 'the questions', one: 'a question' },
  'form.label': { title: 'Question', what: 'a question' },
  'form.name': { title: 'Answer is called', what: 'the name of an answer', help: 'As rules name it.' },
  'form.type': { title: 'Answer is', what: 'what an answer is' },
  'form.required': { title: 'Must be answered', what: 'whether it must be answered' },
  'form.help': { title: 'Help', what: 'the help of a question' },
  'form.channelLength': { title: 'Fits one reply on the channel', what: 'the length of an answer' },
  'form.suggested': { title: 'Suggested answer', what: 'the suggested answer' },
  assignment: { title: 'Who', what: 'who may do it', help: 'Nobody named: anybody may.' },
  'assignment.person': { title: 'Person', what: 'the person' },
  'assignment.team': { title: 'Team', what: 'the team' },
  'assignment.role': { title: 'Role', what: 'the role' },
  due: { title: 'Due', what: 'when it is due', help: 'A date and time, or a length of time from then on.' },
  priority: { title: 'Urgency', what: 'the urgency' },
  show: { title: 'Shown beside the questions', what: 'what is shown' },
  reads: { title: 'Messages that it answers', what: 'which messages it answers' },
  answeredBy: { title: 'Also answered by the message', what: 'what answers it from outside' },
};
