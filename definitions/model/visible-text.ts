/** Neither space, nor control, nor format sign (zero width, direction): something that shows. */
const VISIBLE = /[^\p{Z}\p{C}\p{M}]/u;
/** Signs that turn round the direction of what follows them. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** Whether a text holds at least one sign that can be seen. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** The text without signs that would turn round the words it is put among. */
export function withoutTurning(text: string): string {
  return text.replace(TURNING, '');
}
