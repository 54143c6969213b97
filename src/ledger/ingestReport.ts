/** Outcome of ingesting the windows of one report. */
export interface IngestReport {
	readonly accepted: number;
	readonly replaced: number;
	readonly unchanged: number;
	/** Rejected windows, by their position in the report. */
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
}
