// Errors of Microsoft Advertising. Source of codes and messages:
// https://learn.microsoft.com/en-us/advertising/guides/operation-error-codes; of the shapes: AdApiFaultDetail, ApiFaultDetail and BatchError
// of the Campaign Management service. Assumed: the HTTP status of each fault, and that a body which cannot be read is a NullRequest.
const ERRORS = {
	InternalError: [0, 'An internal error has occurred.'],
	NullRequest: [100, 'The request message is null.'],
	InvalidCredentials: [
		105,
		'Authentication failed. Either supplied credentials are invalid or the account is inactive',
	],
	UserIsNotAuthorized: [106, 'The user is not authorized to perform this action.'],
	AuthenticationTokenExpired: [109, 'Authentication token expired. Please renew it or obtain a new token.'],
	CallRateExceeded: [
		117,
		'You have exceeded the number of calls that you are allowed to make in a minute. Please reduce the number of calls that you make per minute.',
	],
	CampaignServiceInvalidCampaignId: [1100, 'The campaign identifier is not valid.'],
	CampaignServiceInvalidAccountId: [1102, 'The account identifier is not valid.'],
	CampaignServiceInvalidDailyBudget: [1106, 'The campaign daily budget is not valid.'],
	CampaignServiceDuplicateCampaignIds: [1107, 'Duplicate identifiers are contained in the array of campaigns.'],
	CampaignServiceCampaignsArrayShouldNotBeNullOrEmpty: [1113, 'The array of campaigns is null or empty.'],
	CampaignServiceCampaignsArrayExceedsLimit: [1114, 'The list of campaigns exceeds the limit.'],
	CampaignServiceInvalidCampaignStatus: [1120, 'The campaign status is not valid for the requested operation.'],
	CampaignServiceInvalidBudgetType: [1121, 'The campaign budget type is missing or is not valid.'],
	CampaignServiceCannotUpdateSharedBudget: [
		1159,
		'You cannot update shared budget through Campaign Entity, please use Budget entity to update shared budget.',
	],
	CampaignServiceBudgetsNullOrEmpty: [4901, 'The budget list should not be null or empty.'],
	CampaignServiceBudgetAmountIsAboveLimit: [4911, 'The budget amount is above the limit.'],
	CampaignServiceBudgetAmountIsBelowLimit: [4912, 'The budget amount is below the limit.'],
	CampaignServiceBudgetBatchLimitExceeded: [4913, 'The budget list exceeds the maximum batch size.'],
	CampaignServiceDuplicateBudgetId: [4915, 'The budget list contains duplicate budget ids.'],
	CampaignServiceBudgetIdInvalid: [4916, 'The budget id is invalid.'],
	ReportingServiceInvalidReportAggregation: [
		2007,
		'The report aggregation is not valid for the specified report time period.',
	],
	ReportingServiceInvalidReportTimeSelection: [
		2008,
		'The report time is null or contains more than one predefined time, custom date, or custom date range start and end.',
	],
	ReportingServiceInvalidCustomDateRange: [
		2040,
		'The report time contains a date in the custom date range that is not valid.',
	],
	ReportingServiceInvalidReportId: [2100, 'The report identifier is not valid.'],
};

const errorOf = (ErrorCode, Details) => {
	const [Code, Message] = ERRORS[ErrorCode];
	return { Code, Details: Details ?? null, ErrorCode, Message };
};

const fault = (status, body) =>
	Response.json({ TrackingId: '00000000-0000-0000-0000-000000000000', ...body }, { status });

/** An error of who asks: of the token, the user or the rate. */
export function callFault(status, ErrorCode) {
	const { Details: Detail, ...error } = errorOf(ErrorCode);
	return fault(status, { Type: 'AdApiFaultDetail', Errors: [{ ...error, Detail }] });
}

/** An error of a whole operation. */
export const operationFault = (ErrorCode, details) =>
	fault(400, { Type: 'ApiFaultDetail', BatchErrors: [], OperationErrors: [errorOf(ErrorCode, details)] });

/** An error of one of the items; the others are carried out. */
export const batchError = (Index, ErrorCode, FieldPath = null) => ({
	...errorOf(ErrorCode),
	FieldPath,
	ForwardCompatibilityMap: [],
	Index,
	Type: 'BatchError',
});
