/** Too many requests: the platform refuses this one. */
export default {
	on: 'beforeRequest',
	answer: () => 'rate-limited',
};
