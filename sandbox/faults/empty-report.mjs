/** A report without rows. */
export default {
	on: 'onReport',
	answer: () => [],
};
