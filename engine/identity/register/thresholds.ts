/**
 * From this chance on a profile and a customer are linked without anybody being asked: of a hundred such links at most
 * one is wrong, as far as the model is right. Households never are, whatever their chance.
 */
export const LINK_FROM = 0.99;
/** From this chance on a person is asked. Below it the two are left alone. */
export const ASK_FROM = 0.05;
