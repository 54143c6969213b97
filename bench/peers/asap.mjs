/**
 * As fast as possible: the base bid until the budget is used up.
 *
 * @see Google Ads API, BudgetDeliveryMethod ACCELERATED,
 *   https://developers.google.com/google-ads/api/reference/rpc/latest/BudgetDeliveryMethodEnum.BudgetDeliveryMethod
 */
export const asap = () => ({ decide: () => ({ multiplier: 1 }) });
