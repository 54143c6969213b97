import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/release.mjs', import.meta.url));

const HEAD = '# Changelog\n\nWhat users notice.\n\n';
const CHANGELOG = `${HEAD}## [Unreleased]\n\n### Added\n\n- Budgets in yen.\n\n## [1.2.0] - 2026-01-05\n\n### Fixed\n\n- A cent.\n`;

/** A checkout with everything committed; each change is written over it and not committed. */
function withCheckout(
	{ version = '1.2.0', lockVersion = version, changelog = CHANGELOG, tags = [], changes = {} },
	run,
) {
	const folder = mkdtempSync(path.join(tmpdir(), 'budget-pacing-release-'));
	const write = (file, text) => writeFileSync(path.join(folder, file), text);
	const git = (...args) =>
		execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
	try {
		write('package.json', `${JSON.stringify({ name: 'released', version }, null, 2)}\n`);
		const lock = { name: 'released', version: lockVersion, lockfileVersion: 3, requires: true };
		write(
			'package-lock.json',
			`${JSON.stringify({ ...lock, packages: { '': { name: 'released', version: lockVersion } } }, null, 2)}\n`,
		);
		write('CHANGELOG.md', changelog);
		git('init', '--quiet');
		git('add', '--all');
		git('commit', '--quiet', '--no-verify', '--message', 'All');
		for (const tag of tags) git('tag', tag);
		for (const [file, text] of Object.entries(changes)) write(file, text);
		run({
			release: (...args) => {
				const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
					cwd: folder,
					encoding: 'utf8',
				});
				return { status, stdout, stderr };
			},
			read: (file) => readFileSync(path.join(folder, file), 'utf8'),
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const PREPARED = [
	{ asked: 'patch', version: '1.2.1', because: 'a correction raises the last number' },
	{ asked: 'minor', version: '1.3.0', because: 'something new raises the middle one and clears the last' },
	{ asked: 'major', version: '2.0.0', because: 'a break raises the first one and clears the others' },
	{ asked: '1.10.0', version: '1.10.0', because: 'versions are numbers: 10 comes after 2' },
	{ asked: '1.3.0-beta.1', version: '1.3.0-beta.1', because: 'a trial has a version too' },
];

for (const { asked, version, because } of PREPARED) {
	test(`prepare ${asked} makes ${version}: ${because}`, () => {
		withCheckout({}, ({ release, read }) => {
			const { status, stdout, stderr } = release('prepare', asked);
			assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
			assert.match(stdout, new RegExp(`git tag v${version.replaceAll('.', '\\.')}\n`));
			assert.equal(JSON.parse(read('package.json')).version, version);
			const lock = JSON.parse(read('package-lock.json'));
			assert.deepEqual([lock.version, lock.packages[''].version], [version, version]);
			const today = new Date().toISOString().slice(0, 10);
			assert.equal(
				read('CHANGELOG.md'),
				CHANGELOG.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [${version}] - ${today}\n`),
			);
			assert.equal(release('check', `v${version}`).status, 0);
			assert.equal(release('notes', `v${version}`).stdout, '### Added\n\n- Budgets in yen.\n');
		});
	});
}

test('the version in package.json can be released if it never was: the first release', () => {
	const changelog = `${HEAD}## [Unreleased]\n\n- All of it.\n`;
	withCheckout({ version: '0.1.0', changelog }, ({ release }) => {
		assert.equal(release('prepare', '0.1.0').status, 0);
		assert.equal(release('check', 'v0.1.0').status, 0);
		assert.equal(release('notes', 'v0.1.0').stdout, '- All of it.\n');
	});
});

const NOTHING_NEW = CHANGELOG.replace('### Added\n\n- Budgets in yen.\n\n', '');

const REFUSED = [
	{
		asked: 'patch',
		changes: { 'CHANGELOG.md': `${CHANGELOG}\n` },
		says: /not clean.*\n M CHANGELOG\.md/,
		because: 'work is not committed',
	},
	{ asked: 'patch', changes: { 'new.txt': '' }, says: /not clean.*\n\?\? new\.txt/, because: 'a file is not in git' },
	{
		asked: 'patch',
		changelog: NOTHING_NEW,
		says: /nothing under Unreleased/,
		because: 'there is nothing to say of it',
	},
	{ asked: 'patch', changelog: HEAD, says: /nothing under Unreleased/, because: 'there is no Unreleased' },
	{ asked: '1.1.9', says: /older than 1\.2\.0/, because: 'versions only rise' },
	{ asked: '1.2.0', says: /has 1\.2\.0 already/, because: 'it was released' },
	{ asked: '1.2.0-beta.1', says: /older than 1\.2\.0/, because: 'a trial comes before its version' },
	{ asked: 'patch', tags: ['v1.2.1'], says: /tag v1\.2\.1 exists/, because: 'the tag is taken' },
	{ asked: '1.3', says: /not a version/, because: 'npm takes three numbers' },
	{ asked: 'v1.3.0', says: /not a version/, because: 'only the tag has a v' },
];

for (const { asked, says, because, ...checkout } of REFUSED) {
	test(`prepare ${asked} is refused and changes nothing: ${because}`, () => {
		withCheckout(checkout, ({ release, read }) => {
			const before = ['package.json', 'package-lock.json', 'CHANGELOG.md'].map(read);
			const { status, stderr } = release('prepare', asked);
			assert.match(stderr, says);
			assert.equal(status, 1);
			assert.deepEqual(['package.json', 'package-lock.json', 'CHANGELOG.md'].map(read), before);
		});
	});
}

const UNDATED = CHANGELOG.replace(' - 2026-01-05', '');

const CHECKED = [
	{ tag: 'v1.2.0', status: 0, says: /agree/, because: 'all of them say 1.2.0' },
	{ tag: 'v1.2.1', status: 1, says: /package\.json says 1\.2\.0/, because: 'the version was not raised' },
	{ tag: '1.2.0', status: 1, says: /not a tag like v1\.2\.3/, because: 'tags have a v' },
	{
		tag: 'v1.2.0',
		lockVersion: '1.1.0',
		status: 1,
		says: /package-lock\.json says 1\.1\.0/,
		because: 'the lock file was left behind',
	},
	{
		tag: 'v1.2.0',
		changelog: UNDATED,
		status: 1,
		says: /no dated changes of 1\.2\.0/,
		because: 'a release has a date',
	},
	{
		tag: 'v1.2.0',
		changelog: HEAD,
		status: 1,
		says: /no dated changes of 1\.2\.0/,
		because: 'users would not learn what changed',
	},
];

for (const { tag, status, says, because, ...checkout } of CHECKED) {
	test(`check ${tag} ${status === 0 ? 'passes' : 'fails'}: ${because}`, () => {
		withCheckout(checkout, ({ release }) => {
			const seen = release('check', tag);
			assert.match(seen.stdout + seen.stderr, says);
			assert.equal(seen.status, status);
		});
	});
}

test('notes of an older version end where the next heading begins, and one that is unknown has none', () => {
	withCheckout({}, ({ release }) => {
		assert.equal(release('notes', 'v1.2.0').stdout, '### Fixed\n\n- A cent.\n');
		assert.equal(release('notes', 'v9.0.0').status, 1);
	});
});
