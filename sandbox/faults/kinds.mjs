import billingStop from './billing-stop.mjs';
import disapproval from './disapproval.mjs';
import emptyReport from './empty-report.mjs';
import lateReport from './late-report.mjs';
import newCampaign from './new-campaign.mjs';
import pause from './pause.mjs';
import personsEdit from './persons-edit.mjs';
import rateLimited from './rate-limited.mjs';
import refusedOperation from './refused-operation.mjs';
import runaway from './runaway.mjs';
import timeoutAfterChange from './timeout-after-change.mjs';
import truncatedReport from './truncated-report.mjs';
import unauthorized from './unauthorized.mjs';
import unavailable from './unavailable.mjs';

/**
 * What can go wrong. A kind either answers a question of the platform (`on` one of them, `answer(asked, options, account)`, null for no fault)
 * or does something to the account (`act(account, options)`, and `end` when its hours are over).
 */
export const FAULT_KINDS = {
	'rate-limited': rateLimited,
	unavailable,
	unauthorized,
	'timeout-after-change': timeoutAfterChange,
	'refused-operation': refusedOperation,
	'empty-report': emptyReport,
	'late-report': lateReport,
	'truncated-report': truncatedReport,
	'persons-edit': personsEdit,
	pause,
	disapproval,
	'new-campaign': newCampaign,
	'billing-stop': billingStop,
	runaway,
};
