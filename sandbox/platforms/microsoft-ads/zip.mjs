import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, the first day that the format knows. */
const DATE = 0x21;

/** A ZIP archive of one file. Source: PKWARE's APPNOTE 6.3, 4.3. */
export function zipOf(name, text) {
	const title = Buffer.from(name);
	const content = Buffer.from(text);
	const packed = deflateRawSync(content);
	const entry = Buffer.alloc(26);
	[VERSION, 0, DEFLATED, 0, DATE].forEach((word, position) => entry.writeUInt16LE(word, 2 * position));
	entry.writeUInt32LE(crc32(content), 10);
	entry.writeUInt32LE(packed.length, 14);
	entry.writeUInt32LE(content.length, 18);
	entry.writeUInt16LE(title.length, 22);
	const local = Buffer.concat([word(LOCAL), entry, title, packed]);
	const central = Buffer.concat([word(CENTRAL), Buffer.from([VERSION, 0]), entry, Buffer.alloc(14), title]);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(1, 4);
	end.writeUInt16LE(1, 6);
	end.writeUInt32LE(central.length, 8);
	end.writeUInt32LE(local.length, 12);
	return Buffer.concat([local, central, word(END), end]);
}

function word(value) {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
