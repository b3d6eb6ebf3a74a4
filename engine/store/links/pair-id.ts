/** The document of what is asked of a profile and a customer. */
export function pairId(profileId: string, customerId: string): string {
  return `${profileId} ${customerId}`;
}
