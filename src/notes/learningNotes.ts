/** Why nothing can be decided from what was learned. */
export const learningNotes = {
	notFinite: (figure: string) => `A number in the ${figure} learned from the reports is not finite`,
};
