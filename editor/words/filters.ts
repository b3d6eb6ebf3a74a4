/** Words of filters, whatever list they are of. */

export const filters = {
  label: 'Filters',
  any: 'Any',
  clear: 'Clear filters',
  nothingFits: 'Each one leaves something out: take one away, or clear them all.',
  chosen: (label: string, value: string) => `${label}: ${value}`,
  noSuchFilter: (name: string) => `The address asks for “${name}”, which this list cannot be filtered by.`,
  noSuchValue: (what: string, value: string) =>
    `The address asks for ${what} “${value}”, which there is not.`,
  leftOut: 'The list is shown without that.',
  takeOut: 'Take it out of the address',
  without: (filter: string) => `Take out: ${filter}`,
};
