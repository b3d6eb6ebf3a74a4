/** Where in a text something stands; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/** The line, and the character in it, at an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  return { line: (before.match(/\n/g)?.length ?? 0) + 1, character: offset - before.lastIndexOf('\n') };
}

const TOKEN = /\s*(?:("[^"\\]*(?:\\[^][^"\\]*)*")|([{[])|([}\]])|([:,])|([^\s"{}[\]:,]+))/y;

interface Open {
  readonly isList: boolean;
  key: string;
  index: number;
}

/**
 * Where in a JSON text the values at these paths (member names and indexes) begin; a path that leads to nothing has
 * none. Goes through the text once, whatever the number of paths.
 */
export function jsonPlaces(
  text: string,
  paths: readonly (readonly PropertyKey[])[],
): readonly (TextPlace | undefined)[] {
  const wanted = new Map<string, number>();
  for (const path of paths) wanted.set(JSON.stringify(path.map(String)), -1);
  const open: Open[] = [];
  const token = new RegExp(TOKEN);
  let isKey = false;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [whole, string, opening, closing, mark] = found;
    const top = open.at(-1);
    if (closing !== undefined) {
      open.pop();
      isKey = false;
    } else if (mark !== undefined) {
      if (mark === ',' && top !== undefined) top.index += 1;
      isKey = mark === ',' && top?.isList === false;
    } else if (isKey && string !== undefined && top !== undefined) {
      top.key = String(JSON.parse(string));
    } else {
      const path = JSON.stringify(open.map(({ isList, key, index }) => (isList ? String(index) : key)));
      if (wanted.get(path) === -1) wanted.set(path, token.lastIndex - whole.trimStart().length);
      if (opening !== undefined) open.push({ isList: opening === '[', key: '', index: 0 });
      isKey = opening === '{';
    }
  }
  return placesOf(
    text,
    paths.map((path) => wanted.get(JSON.stringify(path.map(String))) ?? -1),
  );
}

/** As `placeAt`, for many offsets: the lines are found once. */
function placesOf(text: string, offsets: readonly number[]): readonly (TextPlace | undefined)[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return offsets.map((offset) => {
    if (offset < 0) return undefined;
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, character: offset - (starts[low] ?? 0) + 1 };
  });
}
