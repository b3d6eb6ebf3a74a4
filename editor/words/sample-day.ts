/** Words around the sample day. */
export const sampleDay = {
  title: 'Sample day',
  about: (dayLasts: string) => `An invented company. One day lasts ${dayLasts} here.`,
  dayLasts: { paused: 'for ever', slow: 'five minutes', normal: 'a minute' },
  held: 'An invented company. Time stands still.',
  over: 'Its story is told.',
  left: 'Time stands still. What is still open waits for you.',
  clock: (whole: string) => `Time in the story: ${whole}`,
  pace: 'Pace',
  paces: { paused: 'Hold', slow: 'Slower', normal: 'Normal' },
  byThemselves: 'Answer for me',
  byThemselvesHelp: 'Your own tasks are answered by themselves as well.',
  back: 'Your own cases',
  remove: 'Take it away',
  removing: 'Taking it away …',
  removeTitle: 'Take the sample day away?',
  removeText: 'Its people, cases and mentions go without trace. You can start it again.',
  open: 'The sample day',
  gone: 'The sample day is over',
  goneText:
    'It was taken away, and what stood on this page went with it. Your own cases are where they were.',
};
