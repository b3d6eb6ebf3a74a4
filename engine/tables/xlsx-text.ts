/**
 * Characters that XML cannot hold, or that a reader of it would change, stand in workbooks as `_x000D_`; what looks
 * so itself has its first line escaped (ECMA-376, 22.4.2.4). The reader of workbooks takes that off by itself.
 */
const ESCAPED =
  /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

export function xlsxText(text: string): string {
  return text.replace(
    ESCAPED,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
