// Prepares a release and checks one:
//   node scripts/release.mjs prepare <patch | minor | major | version>   moves Unreleased to the version, in a clean checkout
//   node scripts/release.mjs check <tag>                                 the tag, the manifests and the changelog agree
//   node scripts/release.mjs notes <tag>                                 its entry in the changelog
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { changesIn, released, unreleasedChanges } from './changelog.mjs';

const CHANGELOG = 'CHANGELOG.md';

/** As in https://semver.org, without build metadata, which npm ignores. */
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9a-z]+(?:\.[0-9a-z]+)*))?$/;

class Refusal extends Error {}

const changelog = () => readFileSync(CHANGELOG, 'utf8');
const manifest = (file) => JSON.parse(readFileSync(file, 'utf8'));
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trimEnd();

/** The numbers of a version, and whether it is a pre-release. */
function partsOf(version) {
	const [, major, minor, patch, trial] = VERSION.exec(version) ?? [];
	if (major === undefined) throw new Refusal(`'${version}' is not a version like 1.2.3 or 1.2.3-beta.1`);
	return { numbers: [major, minor, patch].map(Number), trial };
}

/** The requested version, by number or by kind of change. */
function nextVersion(asked, current) {
	const [major, minor, patch] = partsOf(current).numbers;
	const kinds = { major: [major + 1, 0, 0], minor: [major, minor + 1, 0], patch: [major, minor, patch + 1] };
	if (asked in kinds) return kinds[asked].join('.');
	partsOf(asked);
	return asked;
}

/** Whether a version precedes another one; pre-releases of one version are not compared with each other. */
function isBefore(version, other) {
	const [own, others] = [partsOf(version), partsOf(other)];
	const differing = own.numbers.findIndex((number, position) => number !== others.numbers[position]);
	if (differing >= 0) return own.numbers[differing] < others.numbers[differing];
	return own.trial !== undefined && others.trial === undefined;
}

function prepare(asked) {
	const { version: current } = manifest('package.json');
	const version = nextVersion(asked, current);
	if (isBefore(version, current)) throw new Refusal(`${version} is older than ${current} in package.json`);
	if (git('tag', '--list', `v${version}`) !== '') throw new Refusal(`The tag v${version} exists already`);
	if (changesIn(changelog(), version) !== undefined) throw new Refusal(`${CHANGELOG} has ${version} already`);
	const changed = git('status', '--porcelain');
	if (changed !== '') throw new Refusal(`The checkout is not clean; commit or put away:\n${changed}`);
	if (unreleasedChanges(changelog()) === '') throw new Refusal(`${CHANGELOG} has nothing under Unreleased to release`);

	execFileSync('npm', ['version', version, '--no-git-tag-version', '--allow-same-version', '--silent'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32',
	});
	writeFileSync(CHANGELOG, released(changelog(), version, new Date().toISOString().slice(0, 10)));
	return [
		`${version} is prepared in package.json, package-lock.json and ${CHANGELOG}. Read them, then:`,
		'',
		`    git commit --all --message "Release ${version}"`,
		`    git tag v${version}`,
		`    git push origin HEAD v${version}`,
	].join('\n');
}

const versionOf = (tag) => {
	if (!tag.startsWith('v')) throw new Refusal(`'${tag}' is not a tag like v1.2.3`);
	const version = tag.slice(1);
	partsOf(version);
	return version;
};

function check(tag) {
	const version = versionOf(tag);
	const lock = manifest('package-lock.json');
	const faults = [
		...[
			['package.json', manifest('package.json').version],
			['package-lock.json', lock.version],
			['package-lock.json, first package,', lock.packages[''].version],
		].flatMap(([where, found]) => (found === version ? [] : [`${where} says ${found}, the tag ${tag}`])),
		...(changesIn(changelog(), version) ? [] : [`${CHANGELOG} has no dated changes of ${version}`]),
	];
	if (faults.length > 0) throw new Refusal(faults.join('\n'));
	return `${tag}, the manifests and ${CHANGELOG} agree`;
}

function notes(tag) {
	const text = changesIn(changelog(), versionOf(tag));
	if (text === undefined) throw new Refusal(`${CHANGELOG} does not have ${tag}`);
	return text;
}

const COMMANDS = { prepare, check, notes };

const [command, argument, ...rest] = process.argv.slice(2);
try {
	if (!Object.hasOwn(COMMANDS, command ?? '') || argument === undefined || rest.length > 0) {
		throw new Refusal(
			'Usage: node scripts/release.mjs prepare <patch | minor | major | version> | check <tag> | notes <tag>',
		);
	}
	console.log(COMMANDS[command](argument));
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
