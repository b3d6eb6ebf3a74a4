/** What people write, and what people write who want to see what happens. Each must be shown as it was written. */
export const HOSTILE = {
  html: '<img src=x onerror="window.overheard=true"><script>window.overheard=true</script><b>Nobody</b> came!',
  emoji: '😡😡🔥📞❌',
  rightToLeft: 'لم يأت الفني أبدا والإنترنت لا يعمل ‮evil‬ منذ ثلاثة أيام',
  unseen: '\u200B\u200D\u2060\uFEFF',
} as const;
