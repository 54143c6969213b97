import type { CampaignShift } from '../campaigns/detectCampaignShift';
import { changeNotes } from '../notes/changeNotes';
import type { Note } from '../notes/note';
import type { HourShift } from '../results/detectShift';

/** Detected changes of hours and campaigns, or why they move no budget today. */
export const changeReasons = (
	{ hours, campaigns }: { readonly hours: readonly HourShift[]; readonly campaigns: readonly CampaignShift[] },
	isMoving: boolean,
): Note[] =>
	isMoving
		? [
				...(hours.length > 0 ? [changeNotes.hoursChanged(hours)] : []),
				...(campaigns.length > 0 ? [changeNotes.campaignsChanged(campaigns)] : []),
			]
		: [changeNotes.noRoom()];
