/** The token is no longer accepted. */
export default {
	on: 'beforeRequest',
	answer: () => 'unauthorized',
};
