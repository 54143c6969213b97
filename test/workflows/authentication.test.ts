import { HTTP_REQUESTS } from '../support/exampleWorkflows';

test('the examples request something', () => expect(HTTP_REQUESTS.length).toBeGreaterThan(10));

describe.each(HTTP_REQUESTS)('$file, $node.name', ({ node: { parameters } }) => {
	/** n8n evaluates no expression in this parameter: with one, the editor shows no credential, and the node sends nothing and fails. */
	test('no authentication, so that it runs against the sandbox at once', () => {
		expect(parameters.authentication).toBe('none');
	});

	test('its own authorization goes to the sandbox only', () => {
		expect(parameters.jsonHeaders).toMatch(
			/aseUrl\.startsWith\('http:\/\/127\.'\) (&&|\?) \{ Authorization: 'Bearer sandbox' \}/,
		);
	});
});
