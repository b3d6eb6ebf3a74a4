import { words } from '../shell/words.ts';

/** What a case is called; one whose words were erased, or that has none, says so. */
export function titleText({ title }: { readonly title: string }): string {
  return title === '' ? words.cases.noTitle : title;
}
