/** Waits until everything is done that can be done without waiting. */
export const nextTurn: () => Promise<void>;
