// Writes definitions.json: the part of Google's official API definitions that the sandbox reads.
//
//     cd /tmp && npm pack google-ads-node@25.1.0 && tar xzf google-ads-node-25.1.0.tgz
//     node sandbox/platforms/google-ads/sliceProtos.mjs /tmp/package/build/protos/protos.json
//
// google-ads-node is 156 MB when installed, so only this slice of its protos.json is kept: the messages and enums that the requests, rows and errors
// below reach, without documentation and options other than the behaviour of fields. License: README.md.
import { readFileSync, writeFileSync } from 'node:fs';

const SOURCE = { package: 'google-ads-node', version: '25.1.0', definitions: 'google.ads.googleads.v25' };

const ROOT = SOURCE.definitions;

/** Messages that the sandbox reads or writes. */
const MESSAGES = [
	'services.SearchGoogleAdsRequest',
	'services.SearchGoogleAdsStreamRequest',
	'services.MutateCampaignBudgetsRequest',
	'services.MutateCampaignsRequest',
	'services.MutateCampaignCriteriaRequest',
	'services.GoogleAdsRow',
	'errors.ErrorCode',
];

/** Resources that queries may name; the other fields of a row are left out. */
const ROW_FIELDS = ['customer', 'campaign', 'campaign_budget', 'campaign_criterion', 'metrics', 'segments'];

const [, , path] = process.argv;
const protos = JSON.parse(readFileSync(path, 'utf8'));

/** The definition of a full name, or undefined. */
const definitionOf = (name) => name.split('.').reduce((node, part) => node?.nested?.[part], protos);

/** Resolves a name as protobuf does: from the innermost scope outward. */
function resolve(type, scope) {
	for (let parts = scope.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
		const name = `${parts.join('.')}.${type}`;
		if (definitionOf(name) !== undefined) return name;
	}
	return definitionOf(type) === undefined ? null : type;
}

const sliced = { nested: {} };

/** Puts a definition at its full name. */
function place(name, definition) {
	const parts = name.split('.');
	let node = sliced;
	for (const part of parts.slice(0, -1)) node = (node.nested ??= {})[part] ??= { nested: {} };
	(node.nested ??= {})[parts.at(-1)] = { ...node.nested[parts.at(-1)], ...definition };
}

function fieldOf({ type, id, rule, options = {} }) {
	const behaviour = options['(google.api.field_behavior)'];
	return {
		...(rule && { rule }),
		type,
		id,
		...(behaviour && { options: { '(google.api.field_behavior)': behaviour } }),
	};
}

const seen = new Set();

function keep(name) {
	if (seen.has(name)) return;
	seen.add(name);
	const { fields, oneofs, values } = definitionOf(name);
	if (values !== undefined) return place(name, { values });
	const kept = Object.entries(fields).filter(
		([field]) => !name.endsWith('.GoogleAdsRow') || ROW_FIELDS.includes(field),
	);
	// An optional scalar is a oneof of its own, whose name begins with an underscore.
	const choices = Object.entries(oneofs ?? {}).filter(([oneof]) => !oneof.startsWith('_'));
	place(name, {
		...(choices.length > 0 && { oneofs: Object.fromEntries(choices) }),
		fields: Object.fromEntries(kept.map(([field, definition]) => [field, fieldOf(definition)])),
	});
	for (const [, { type }] of kept) {
		const target = resolve(type, name);
		if (target !== null) keep(target);
	}
}

for (const message of MESSAGES) keep(`${ROOT}.${message}`);
place('google.protobuf.FieldMask', { fields: { paths: { rule: 'repeated', type: 'string', id: 1 } } });

const out = new URL('definitions.json', import.meta.url);
writeFileSync(out, `${JSON.stringify({ source: SOURCE, ...sliced })}\n`);
