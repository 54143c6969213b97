import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../workflows');

interface Node {
	readonly name: string;
	readonly type: string;
	readonly parameters: Readonly<Record<string, unknown>>;
}

const requests = readdirSync(FOLDER).flatMap((file) => {
	const { nodes } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { readonly nodes: readonly Node[] };
	return nodes.filter(({ type }) => type === 'n8n-nodes-base.httpRequest').map(({ name, parameters }) => ({ file, name, parameters }));
});

test('the examples request something', () => expect(requests.length).toBeGreaterThan(10));

/** n8n evaluates no expression in this parameter: with one, the editor shows no credential, and the node sends nothing and fails. */
test.each(requests)('$file, $name: no authentication, so that it runs against the sandbox at once', ({ parameters }) => {
	expect(parameters['authentication']).toBe('none');
});

test.each(requests)('$file, $name: its own authorization goes to the sandbox only', ({ parameters }) => {
	expect(String(parameters['jsonHeaders'])).toMatch(/aseUrl\.startsWith\('http:\/\/127\.'\) (&&|\?) \{ Authorization: 'Bearer sandbox' \}/);
});
