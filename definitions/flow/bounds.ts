/** What a definition may hold at most. Larger ones are refused at the border, so that nothing inside can be drowned. */
export const BOUNDS = {
  idCharacters: 200,
  nameCharacters: 500,
  noteCharacters: 20_000,
  feelCharacters: 10_000,
  nodes: 5_000,
  edges: 20_000,
  variables: 1_000,
  lanes: 100,
  /** Members of a mapping, fields of a context, of a form. */
  members: 300,
  /** Branches, arms, boundary events of one node. */
  ways: 100,
  allowedValues: 1_000,
  atOnce: 1_000,
  attempts: 1_000,
  tableColumns: 100,
  tableRows: 10_000,
  wordListEntries: 50_000,
  openIntervals: 50_000,
  /** Called flows, tables, word lists, calendars, activities of one revision. */
  parts: 500,
  /** Nesting of a definition's JSON. */
  depth: 100,
} as const;
