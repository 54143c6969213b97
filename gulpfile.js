const { execFileSync } = require('node:child_process');
const { readdirSync, readFileSync } = require('node:fs');
const { rm, readFile, readdir, writeFile } = require('node:fs/promises');
const { join, resolve } = require('node:path');

const { build } = require('esbuild');
const { dest, series, src } = require('gulp');
const { createProgram, transpileModule } = require('typescript');

const clean = () => rm('dist', { recursive: true, force: true });

/** Compiles the nodes, and the core for its types, of which those stay that its interface names; its code comes from the bundle. */
async function compile() {
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
	const types = new Set(
		createProgram(['dist/src/index.d.ts'], { types: [] })
			.getSourceFiles()
			.map(({ fileName }) => resolve(fileName)),
	);
	const compiled = (await readdir('dist/src', { recursive: true })).filter((path) => /\.(?:js|d\.ts)$/.test(path));
	const unused = compiled.map((path) => resolve('dist/src', path)).filter((path) => !types.has(path));
	await Promise.all(unused.map((path) => rm(path)));
}

/** Icons, the descriptions for the node panel, and the fields of outputs that n8n shows before a run. */
const assets = () =>
	src(['nodes/**/*.{svg,node.json}', 'nodes/**/__schema__/**/*.json'], { encoding: false }).pipe(dest('dist/nodes'));

/** Leaves out the comments of the sources, of which esbuild keeps those inside expressions: n8n reads the bundle when it starts. */
const withoutComments = {
	name: 'without-comments',
	setup: ({ onLoad }) =>
		onLoad({ filter: /\.ts$/ }, async ({ path }) => {
			const compilerOptions = { removeComments: true, target: 'es2022', module: 'es2022' };
			return { contents: transpileModule(await readFile(path, 'utf8'), { compilerOptions }).outputText, loader: 'js' };
		}),
};

/**
 * Folds the core and its libraries into one file: the package installs nothing, and the core runs without n8n too.
 *
 * This file is written last, so a build that was interrupted counts as none.
 */
async function bundle() {
	const { metafile, outputFiles } = await build({
		entryPoints: ['src/index.ts'],
		outfile: 'dist/src/index.js',
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		legalComments: 'inline',
		plugins: [withoutComments],
		metafile: true,
		write: false,
	});
	await writeFile('dist/third-party-licenses.md', licensesOf(Object.keys(metafile.inputs)));
	await writeFile('dist/src/index.js', outputFiles[0].contents);
}

/** The bundled libraries ask for their copyright notices to travel with them. */
function licensesOf(inputs) {
	const folders = inputs.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []);
	const notices = [...new Set(folders)].sort().map((folder) => {
		const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
		if (file === undefined) throw new Error(`${name} has no licence file to pass on`);
		return `## ${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
	});
	return `# Libraries inside src/index.js\n\n${notices.join('\n')}`;
}

exports.default = series(clean, compile, assets, bundle);
