/** A name that any system of files takes; empty where nothing of it can stay. */
export function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} ,_-]+/gu, ' ').trim();
}
