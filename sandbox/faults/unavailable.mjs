/** The platform is down for this request, and nothing was done. */
export default {
	on: 'beforeRequest',
	answer: () => 'unavailable',
};
