/** Edits of budgets as sentences without a full stop. Values are formatted. */
export const editNotes = {
	bySomebody: (object: string, value: string): string => `Somebody set ${object} to ${value}`,
	/** @param why code of the reason of the push */
	byUs: (why: string, object: string, value: string): string => {
		switch (why) {
			case 'raise':
				return `We raised ${object} to ${value}, as planned`;
			case 'lower':
				return `We lowered ${object} to ${value}, as planned`;
			case 'protect':
				return `We lowered ${object} to ${value}, because it could spend more than was left`;
			case 'next-day':
				return `We set ${object} to ${value} from midnight on, as planned`;
			case 'pause':
				return `We paused ${object}, because there was no budget left for it`;
			case 'resume':
				return `We resumed ${object}, because there is budget again`;
			default:
				return `We set ${object} to ${value}`;
		}
	},
	more: (count: number): string => `and ${count} more`,
};
