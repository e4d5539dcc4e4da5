/**
 * Lets SQLite's WebAssembly build read a file where it is, page by page: a database of half a gigabyte does not take half a
 * gigabyte of memory. For reading only, and for files that nobody writes in place; a file may be replaced by a rename.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Sqlite3Static } from "@sqlite.org/sqlite-wasm";

/** The name that SQLite knows this way of reading files by. */
export const fileSystem = "tickmark";

interface OpenFile {
	readonly descriptor: number;
	readonly size: number;
	/** Where the last read ended: one that goes on from there is likely to go on for long. */
	end: number;
	/** What was read ahead, and where in the file it begins. */
	ahead: Uint8Array;
	aheadStart: number;
}

/** How much is read at once where one page after the other is asked for, in bytes. */
const readAhead = 256 * 1024;

/** Installed once per SQLite. */
export class WasmFiles {
	/** Descriptors of files that SQLite has not opened yet, by the names it will ask for them by. */
	private readonly waiting = new Map<string, number>();
	/** By the address of SQLite's own record of the file. */
	private readonly files = new Map<number, OpenFile>();
	private opened = 0;

	constructor({ capi, wasm, vfs }: Sqlite3Static) {
		const { waiting, files } = this;
		const io = new capi.sqlite3_io_methods();
		const system = new capi.sqlite3_vfs();
		// The package's types leave these members out or name them otherwise.
		(io as unknown as { $iVersion: number }).$iVersion = 1;
		system.$iVersion = 1;
		system.$szOsFile = (capi.sqlite3_file as unknown as { structInfo: { sizeof: number } }).structInfo.sizeof;
		system.$mxPathname = 64;
		const none = (): number => capi.SQLITE_OK;
		const refused = (): number => capi.SQLITE_READONLY;
		const answer = (pointer: number, value: number): number => {
			wasm.poke32(pointer, value);
			return capi.SQLITE_OK;
		};
		const ioMethods = {
			xClose: (file: number) => {
				const open = files.get(file);
				files.delete(file);
				return attempt(capi.SQLITE_IOERR_CLOSE, () => {
					if (open) {
						closeSync(open.descriptor);
					}
					return capi.SQLITE_OK;
				});
			},
			xRead: (file: number, target: number, amount: number, offset: number | bigint) =>
				attempt(capi.SQLITE_IOERR_READ, () => {
					const bytes = wasm.heap8u().subarray(target, target + amount);
					const count = read(files.get(file) as OpenFile, bytes, Number(offset));
					if (count < amount) {
						bytes.fill(0, count);
						return capi.SQLITE_IOERR_SHORT_READ;
					}
					return capi.SQLITE_OK;
				}),
			xFileSize: (file: number, size: number) => {
				wasm.poke64(size, BigInt(files.get(file)?.size ?? 0));
				return capi.SQLITE_OK;
			},
			xWrite: refused,
			xTruncate: refused,
			xSync: none,
			xLock: none,
			xUnlock: none,
			xCheckReservedLock: (_: number, result: number) => answer(result, 0),
			xFileControl: () => capi.SQLITE_NOTFOUND,
			xSectorSize: () => 4096,
			xDeviceCharacteristics: () => capi.SQLITE_IOCAP_IMMUTABLE,
		};
		const systemMethods = {
			xOpen: (_: number, name: number, file: number, __: number, flags: number) => {
				const key = name === 0 ? "" : wasm.cstrToJs(name);
				const descriptor = waiting.get(key ?? "");
				if (descriptor === undefined) {
					return capi.SQLITE_CANTOPEN;
				}
				waiting.delete(key ?? "");
				return attempt(capi.SQLITE_CANTOPEN, () => {
					const { size } = fstatSync(descriptor);
					files.set(file, { descriptor, size, end: -1, ahead: new Uint8Array(), aheadStart: 0 });
					const record = new capi.sqlite3_file(file);
					record.$pMethods = io.pointer as number;
					record.dispose();
					return flags === 0 ? capi.SQLITE_OK : answer(flags, capi.SQLITE_OPEN_READONLY);
				});
			},
			xDelete: refused,
			xAccess: (_: number, __: number, ___: number, result: number) => answer(result, 0),
			xFullPathname: (_: number, name: number, length: number, target: number) =>
				wasm.cstrncpy(target, name, length) < length ? capi.SQLITE_OK : capi.SQLITE_CANTOPEN,
			xRandomness: (_: number, length: number) => length,
			xSleep: () => 0,
			xCurrentTime: (_: number, result: number) => {
				wasm.poke64f(result, 0);
				return capi.SQLITE_OK;
			},
			xGetLastError: () => 0,
		};
		vfs.installVfs({
			io: { struct: io, methods: ioMethods },
			vfs: { struct: system, methods: systemMethods, name: fileSystem },
		} as unknown as Parameters<typeof vfs.installVfs>[0]);
	}

	/**
	 * Opens a file for a database, which closes it when it is closed.
	 * @returns the name to open the database by
	 * @throws the file system's errors
	 */
	open(file: string): string {
		this.opened += 1;
		const name = `file-${this.opened}`;
		this.waiting.set(name, openSync(file, "r"));
		return name;
	}

	/** Lets go of a file that no database has opened after all. */
	release(name: string): void {
		const descriptor = this.waiting.get(name);
		if (descriptor !== undefined) {
			this.waiting.delete(name);
			closeSync(descriptor);
		}
	}
}

/** What `action` answers, `failure` where it throws: nothing may be thrown through SQLite. */
function attempt(failure: number, action: () => number): number {
	try {
		return action();
	} catch {
		return failure;
	}
}

/** @returns how many bytes there were. */
function read(file: OpenFile, target: Uint8Array, offset: number): number {
	const goesOn = offset === file.end;
	file.end = offset + target.length;
	const inside = offset - file.aheadStart;
	if (inside >= 0 && inside + target.length <= file.ahead.length) {
		target.set(file.ahead.subarray(inside, inside + target.length));
		return target.length;
	}
	if (goesOn && target.length < readAhead) {
		const buffer = file.ahead.buffer.byteLength === readAhead ? new Uint8Array(file.ahead.buffer) : new Uint8Array(readAhead);
		file.aheadStart = offset;
		file.ahead = buffer.subarray(0, readSync(file.descriptor, buffer, 0, readAhead, offset));
		const count = Math.min(target.length, file.ahead.length);
		target.set(file.ahead.subarray(0, count));
		return count;
	}
	return readSync(file.descriptor, target, 0, target.length, offset);
}
