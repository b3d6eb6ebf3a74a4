/** Words of steps that did not work and are tried again by themselves. */

export const retries = {
  title: 'Being tried again',
  /** Behind what does not work; an instant follows. */
  since: '; being tried again since',
  byItself: 'Nothing to press here: the case is at work, and goes on by itself once it works.',
};
