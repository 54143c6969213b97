// Writes the output schemas beside the nodes, which n8n shows before the first run: nodes/<Node>/__schema__/. Run by hand when a test says so.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { outputSchemas, schemaText } from './outputSchemas.mjs';

const schemas = outputSchemas('.');
for (const { node } of schemas) rmSync(`nodes/${node}/__schema__`, { recursive: true, force: true });
for (const { file, schema } of schemas) {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, await schemaText(file, schema));
	console.log(file);
}
