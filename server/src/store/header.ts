/** The first bytes of an SQLite file (https://www.sqlite.org/fileformat.html#the_database_header), read without an engine. */
import { open } from "node:fs/promises";
import { applicationId } from "./schema.ts";

const magic = Buffer.from("SQLite format 3\0", "latin1");
const headerLength = 100;

export interface Header {
	/** It is something else than a claims database, of whatever version and however damaged. An empty file is not. */
	readonly foreign: boolean;
	/** It has all the pages that the header counts. */
	readonly complete: boolean;
}

/** @throws the file system's errors. */
export async function readHeader(file: string): Promise<Header> {
	const handle = await open(file, "r");
	try {
		const bytes = Buffer.alloc(headerLength);
		const { bytesRead } = await handle.read(bytes, 0, headerLength, 0);
		const { size } = await handle.stat();
		const beginning = Math.min(bytesRead, magic.length);
		if (!bytes.subarray(0, beginning).equals(magic.subarray(0, beginning))) {
			return { foreign: true, complete: false };
		}
		if (bytesRead < headerLength) {
			return { foreign: false, complete: false };
		}
		// A page size of 65,536 is written as 1.
		const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
		return {
			foreign: bytes.readUInt32BE(68) !== applicationId,
			complete: size > 0 && size === pageSize * bytes.readUInt32BE(28),
		};
	} finally {
		await handle.close();
	}
}
