// Checks that the published package contains what it should and nothing else.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { filesBelow, report } from './packed-package.mjs';

const ALWAYS = [
	'CHANGELOG.md',
	'LICENSE.md',
	'README.md',
	'dist/src/index.d.ts',
	'dist/src/index.js',
	'dist/third-party-licenses.md',
	'package.json',
];
const BUILT = [
	/^dist\/src\/.+\.d\.ts$/,
	/^dist\/(nodes|credentials)\/.+\.(js|d\.ts|svg)$/,
	/^dist\/nodes\/.+\.node\.json$/,
];

const [{ files, size, unpackedSize }] = JSON.parse(
	execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		shell: process.platform === 'win32',
	}),
);
const packed = new Map(files.map((file) => [file.path, file.size]));
const { n8n } = JSON.parse(readFileSync('package.json', 'utf8'));

const ofNode = (entry) => {
	const folder = dirname(entry);
	const name = basename(entry, '.node.js');
	const icon = name.charAt(0).toLowerCase() + name.slice(1);
	return [entry, `${folder}/${name}.node.json`, `${folder}/${icon}.svg`, `${folder}/${icon}.dark.svg`];
};
const schemas = filesBelow('nodes').filter((path) => path.includes('/__schema__/'));
const required = [
	...ALWAYS,
	...n8n.nodes.flatMap(ofNode),
	...(n8n.credentials ?? []),
	...schemas.map((path) => `dist/nodes/${path}`),
];
/** Compiled files without a source, left over from an older build. */
const isLeftOver = (path) => {
	const source = path.replace(/^dist\//, '').replace(/(\.d\.ts|\.js)$/, '.ts');
	return path.startsWith('dist/') && source.endsWith('.ts') && !existsSync(source);
};

report(
	[
		...required.filter((path) => !packed.has(path)).map((path) => `${path} is missing from the package`),
		...files.filter((file) => file.size === 0).map(({ path }) => `${path} is empty`),
		...[...packed.keys()]
			.filter((path) => !required.includes(path) && !BUILT.some((pattern) => pattern.test(path)))
			.map((path) => `${path} does not belong into the package`),
		...[...packed.keys()].filter(isLeftOver).map((path) => `${path} has no source: run npm run build`),
	],
	`${files.length} files, ${Math.round(size / 1024)} KB packed, ${Math.round(unpackedSize / 1024)} KB unpacked, all of them expected`,
);
