/** How much a CRM may be asked. */
export interface CrmLimits {
  /** Longest a question may take, with all its pages and waiting. */
  readonly timeoutMs: number;
  readonly callsPerSecond: number;
  readonly callsAtOnce: number;
  /** How many are asked for at a time. */
  readonly pageSize: number;
  /** Most pages of an answer about one customer; more is a wrong answer. */
  readonly mostPages: number;
  /** Most pages of the list of all customers. */
  readonly mostListPages: number;
}

export type GivenLimits = { readonly [limit in keyof CrmLimits]?: number | undefined };

/** What holds where a CRM says nothing else. */
export const USUAL_LIMITS: CrmLimits = {
  timeoutMs: 5_000,
  callsPerSecond: 20,
  callsAtOnce: 4,
  pageSize: 100,
  mostPages: 40,
  mostListPages: 100_000,
};

/** The limits of a CRM. Throws on one that is not a number above zero. */
export function limitsOf(crm: string, given: GivenLimits = {}): CrmLimits {
  const limits = {
    ...USUAL_LIMITS,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
  for (const [limit, value] of Object.entries(limits)) {
    if (!(Number.isFinite(value) && value > 0))
      throw new Error(`${limit} of the CRM '${crm}' must be above zero.`);
  }
  return limits;
}
