/** What people write, and what people write who want to see what happens. Each must be shown as it was written. */
export const HOSTILE = {
  html: '<img src=x onerror="window.overheard=true"><script>window.overheard=true</script><b>Nobody</b> came!',
  emoji: '😡😡🔥📞❌',
  rightToLeft: 'لم يأت الفني أبدا والإنترنت لا يعمل ‮evil‬ منذ ثلاثة أيام',
  unseen: '\u200B\u200D\u2060\uFEFF',
} as const;

/** Longer than any line, and nowhere to break it. */
export const LONG_NAME = 'Maximiliana'.repeat(46).slice(0, 500);
export const LONG_TITLE = 'Neverevercame'.repeat(39).slice(0, 500);
