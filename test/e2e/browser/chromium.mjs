import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';

/** Where Debian, Ubuntu and their like keep a browser. */
const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A headless browser of this machine; Debian's is installed if there is none and this is root.
 *
 * @returns the browser, to be closed by the caller
 */
export async function openBrowser(log) {
	const program = PROGRAMS.find(existsSync) ?? installed(log);
	const isRoot = process.getuid?.() === 0;
	return await chromium.launch({ executablePath: program, args: isRoot ? ['--no-sandbox'] : [] });
}

function installed(log) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		throw new Error(`There is no browser in ${PROGRAMS.join(', ')}. On Debian: sudo apt-get install chromium`);
	}
	log('installing the Debian package chromium');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
	execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env });
	return PROGRAMS.find(existsSync);
}
