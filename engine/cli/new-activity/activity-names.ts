import { CallerProblem } from '../caller-problem.ts';

/** One activity under the names that it has in different places. */
export interface ActivityNames {
  /** In code and in drawings: `sendParcel`. */
  readonly camel: string;
  /** Of its files: `send-parcel`. */
  readonly kebab: string;
  /** On pages: `Send parcel`. */
  readonly title: string;
}

const ACCEPTED = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$|^[a-z][a-zA-Z0-9]*$/;

/** Reads `sendParcel` or `send-parcel`; refuses what is neither. */
export function activityNames(given: string): ActivityNames {
  if (!ACCEPTED.test(given) || given.length > 60)
    throw new CallerProblem(
      'ill-formed',
      `'${given}' is no name for an activity`,
      'write it as in sendParcel or send-parcel, with at most 60 characters',
    );
  const kebab = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const camel = kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const spoken = kebab.replaceAll('-', ' ');
  return { camel, kebab, title: spoken.charAt(0).toUpperCase() + spoken.slice(1) };
}
