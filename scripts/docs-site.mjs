// Builds the site of docs/ with the API of the core into site/.vitepress/dist: npm run docs:site
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SITE = fileURLToPath(new URL('../site', import.meta.url));
const PAGES = path.join(SITE, 'pages');
const BUILT = path.join(SITE, '.vitepress/dist');

function run(command, ...parameters) {
	const { status } = spawnSync(command, parameters, {
		cwd: SITE,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(path.join(SITE, 'node_modules/.package-lock.json'))) run('npm', 'ci', '--loglevel=error');
rmSync(PAGES, { recursive: true, force: true });
cpSync(fileURLToPath(new URL('../docs', import.meta.url)), PAGES, { recursive: true });
run('npx', 'typedoc');
run('npx', 'vitepress', 'build');

/** VitePress goes on where a page cannot be rendered, and writes it without its text. */
const pages = readdirSync(BUILT, { recursive: true }).filter((page) => page.endsWith('.html') && page !== '404.html');
const empty = pages.filter((page) => !readFileSync(path.join(BUILT, page), 'utf8').includes('<h1'));
if (empty.length > 0) {
	console.error(`Pages without their text; the reason stands above: ${empty.join(', ')}`);
	process.exit(1);
}
