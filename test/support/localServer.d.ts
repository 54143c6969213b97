interface SeenRequest {
	readonly url: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

interface LocalServer {
	readonly url: string;
	readonly requests: SeenRequest[];
	/** null: the request is never answered. */
	answer: (request: SeenRequest) => { statusCode: number; body: unknown; contentType?: string } | null;
	readonly close: () => void;
}

/** A server on loopback that records requests and answers with whatever function is set as `answer`. */
export function localServer(): Promise<LocalServer>;
