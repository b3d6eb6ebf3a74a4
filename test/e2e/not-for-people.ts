/** An id, a hash, an empty value or a place in the code: nothing for people. */
export const NOT_FOR_PEOPLE =
  /\b(?=[\w-]*[A-Z0-9_])(?=[\w-]*[a-z])(?=[\w-]*\d)[A-Za-z0-9_-]{21}\b|\b[0-9a-f]{64}\b|\bnull\b|\bundefined\b|\bat \S+:\d+:\d+/;
