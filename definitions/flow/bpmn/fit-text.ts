const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A text without the characters that XML has none for; what it really was stands in what Earshot keeps beside it. */
export function fitText(text: string): string {
  return text.replace(UNFIT, '\uFFFD');
}

/** JSON that XML can hold as it is: what XML has no character for, or means something by, stands as an escape. */
export function fitJson(json: string): string {
  return json.replace(
    /[<>&\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
