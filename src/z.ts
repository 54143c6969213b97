/**
 * The schema builders of zod that whoever embeds the core needs to check settings of its own with `parse`: so zod is bundled once.
 */
export {
	array,
	boolean,
	enum,
	literal,
	null,
	number,
	object,
	type output,
	preprocess,
	string,
	union,
	unknown,
	type ZodObject,
	type ZodType,
} from 'zod/v4';
