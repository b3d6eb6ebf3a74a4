/** What is left free around a drawing that is shown whole; names of bands stand left of their first step. */
export const AROUND = { top: '40px', right: '24px', bottom: '24px', left: '90px' } as const;
