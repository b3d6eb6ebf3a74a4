/**
 * Values as they stand in SOQL, which binds none. See “Quoted String Escape Sequences” and “Date Formats and Date
 * Literals” of the SOQL and SOSL Reference.
 */

const ESCAPES: { readonly [sign: string]: string } = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** A text between quotes. */
export function soqlText(value: string): string {
  return `'${value.replace(/[\\'"\n\r\t\u0008\f]/g, (sign) => ESCAPES[sign] ?? '')}'`;
}

/** A day, which stands without quotes; null for what is none. */
export function soqlDate(value: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && Number.isFinite(Date.parse(value)) ? value : null;
}

const TELLING_DIGITS = 7;

/** Fits a phone number however it is written: its last digits in order, with anything between. */
export function phonePattern(phone: string): string {
  const digits = phone.replace(/\D/g, '').slice(-TELLING_DIGITS);
  return soqlText(`%${[...digits].join('%')}`);
}
