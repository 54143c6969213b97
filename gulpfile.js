const { rm } = require('node:fs/promises');
const { build } = require('esbuild');
const { dest, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

/** Compiles the nodes and writes the types of the core. */
const compile = async () => {
	const { execFileSync } = require('node:child_process');
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '--incremental', 'false'], { stdio: 'inherit' });
	await rm('dist/src', { recursive: true, force: true });
	execFileSync(
		process.execPath,
		[require.resolve('typescript/bin/tsc'), '--incremental', 'false', '--emitDeclarationOnly'],
		{ stdio: 'inherit' },
	);
};

/** Folds the core and its libraries into one file: the package installs nothing. n8n provides luxon, but the core also runs without n8n. */
const bundle = () =>
	build({
		entryPoints: ['src/index.ts'],
		outfile: 'dist/src/index.js',
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		legalComments: 'inline',
	});

/** Icons and the descriptions for the node panel. */
const assets = () => src('nodes/**/*.{svg,node.json}', { encoding: false }).pipe(dest('dist/nodes'));

exports.default = series(clean, compile, bundle, assets);
