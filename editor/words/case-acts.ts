/** Words of what can be done with a whole case. */
export const caseActs = {
  cancel: 'Cancel the case',
  cancelHappens:
    'The case ends here, whatever it stands at. Open tasks are taken back. What was sent stays sent; what was said stays here.',
  cancelGo: 'Cancel the case',
  cancelled: 'The case is cancelled',
  linkOpen: 'Belongs together with …',
  link: 'Belongs together with another case',
  find: 'The other case',
  findBy: 'Title, handle or customer',
  candidates: 'Open cases',
  noneRelated: 'No other open case of the same customer or person. Search for one by its words.',
  noneFound: 'No open case has these words.',
  because: { 'same customer': 'same customer', 'same person': 'same person' },
  otherMissing: 'Choose the other case.',
  goesOn: 'Which of the two goes on',
  goesOnThere: 'The other one goes on',
  goesOnHere: 'This one goes on',
  linkText: 'Two cases that are one matter go on as one. Choose the other one.',
  linkThereHappens: (other: string) =>
    `This case ends here and goes on in “${other}”. What was said here is read there, and what comes in later arrives there; open tasks here are taken back. This cannot be undone.`,
  linkHereHappens: (other: string) =>
    `“${other}” ends there and goes on in this case. What was said there is read here, and what comes in later arrives here; its open tasks are taken back. This cannot be undone.`,
  linkGo: 'They belong together',
  linked: 'They go on as one now',
  linkedBy: (who: string) => `by ${who}`,
  linkedItself: 'Earshot saw that they are one thread.',
};
