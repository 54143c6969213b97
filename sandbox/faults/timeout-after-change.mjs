/** The change is made and the answer never comes. */
export default {
	on: 'afterMutation',
	answer: () => 'timeout',
};
