// Source: https://learn.microsoft.com/en-us/linkedin/marketing/versioning and .../integrations/migrations: a version a month, each active
// until about the middle of its month a year later. Assumed: those from December 2025 to November 2026 are active, whatever the sandbox's clock
// says, so that an account of any month can be tried.
const OLDEST = 202_512;
const NEWEST = 202_611;

/** Whether a value of the header Linkedin-Version is an active version. */
export const isActive = (version) =>
	/^20\d{2}(0[1-9]|1[0-2])$/.test(version) && Number(version) >= OLDEST && Number(version) <= NEWEST;
