/** What an operator may set, read once from the environment. Owns names and defaults; `docs/operations.md` explains them. */
import { resolve } from 'node:path';
import type { DatabasePlace } from './db/connect.ts';

/** What one invitation may send. Counted per invitation and never per network address: a whole class shares one. */
export interface Quota {
	/** Views a day. */
	readonly submissions: number;
	/** Bytes of blobs a day. */
	readonly blobBytes: number;
	/** Devices that may be enrolled, ever. */
	readonly devices: number;
}

/** The settings of one running server. */
export interface Settings {
	readonly database: DatabasePlace;
	/** Folder of the data: database file, blobs, the server's keys. */
	readonly folder: string;
	/** The address that staff open, `https://host[:port]`. */
	readonly origin: string;
	readonly quota: Quota;
}

/** Bytes that a submission's request may have: the envelope of an hour's writing is far below it. */
export const submissionLimit = 1024 * 1024;
/** Bytes that one blob may have: one chunk of 1 MiB, its tag and padding. */
export const blobLimit = 1024 * 1024 + 64;
/** Bytes that any other request may have. */
export const requestLimit = 64 * 1024;

/** The settings that `environment` holds. Throws RangeError, naming the setting, where one is not usable. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
	const folder = resolve(environment['DATA_DIR'] || 'data');
	const url = environment['DATABASE_URL'] || null;
	if (url !== null && !/^postgres(ql)?:\/\//.test(url))
		throw new RangeError('DATABASE_URL must begin with postgres://');
	const origin = environment['ORIGIN'] || `http://localhost:${environment['PORT'] || '3000'}`;
	if (!URL.canParse(origin) || new URL(origin).origin !== origin)
		throw new RangeError('ORIGIN must be an origin such as https://views.example.org');
	return {
		database: { folder, url },
		folder,
		origin,
		quota: { submissions: 100, blobBytes: 500 * 1024 * 1024, devices: 10 }
	};
}
