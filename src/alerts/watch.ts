import type { AlertSettings } from './alertSettings';
import type { AlertKind, Finding } from './standingAlerts';
import type { Telling } from './telling';

/** The kinds of alerts that are looked at between two checks. All others stay as they are, to be told by whoever looks at them. */
export type Watch = ReadonlySet<AlertKind>;

/** What another node has told is sent and marked within minutes; only then is it told in its place. */
export const GRACE_MS = 5 * 60_000;

/** Where a check waits for the next one, it waits for the next hour's report; a watch may look at the same report again. */
const HOURS_OF_DOUBT = 0.9;

/** When alerts are told: a watch also tells what other nodes are not known to have told. */
export const tellingOf = (settings: AlertSettings, watch: Watch | undefined): Telling =>
	watch === undefined ? settings : { ...settings, tellUntilMarked: true, graceMs: GRACE_MS };

/** Findings of the kinds that are watched. */
export const watchedFindings = (findings: readonly Finding[], watch: Watch): Finding[] =>
	findings.flatMap((finding) => {
		const { kind, hoursOfDoubt = HOURS_OF_DOUBT } = finding;
		return watch.has(kind) ? [{ ...finding, hoursOfDoubt }] : [];
	});
