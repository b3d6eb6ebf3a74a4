/** What the company said to a customer, by Earshot or elsewhere. */
export interface Reply {
  readonly id: string;
  readonly caseId: string;
  readonly conversationId: string;
  readonly channel: string;
  readonly text: string;
  readonly kind: 'answer' | 'satisfaction question' | 'thanks' | 'elsewhere';
  readonly status: 'draft' | 'sent' | 'suppressed' | 'failed';
  /** Why it was not sent: history is not answered. */
  readonly reason: string | null;
  readonly by: string | null;
  readonly externalId: string | null;
  readonly at: string;
  /** Its text is gone. */
  readonly erasedAt?: string;
}

/** What the customer is given. */
export interface Remedy {
  readonly kind: 'none' | 'apology' | 'credit' | 'premium channel' | 'new visit';
  readonly amount: number | null;
  readonly months: number | null;
}
