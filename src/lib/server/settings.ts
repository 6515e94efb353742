/** What an operator may set, read once from the environment. Owns names and defaults; `docs/operations.md` explains them. */
import { resolve } from 'node:path';
import type { Bucket } from './blob/bucket.ts';
import type { DatabasePlace } from './db/connect.ts';

/** What one invitation may send. Counted per invitation and never per network address: a whole class shares one. */
export interface Quota {
	/** Views a day. */
	readonly submissions: number;
	/** Bytes of blobs a day. */
	readonly blobBytes: number;
	/** Devices that may be enrolled, ever. */
	readonly devices: number;
	/** Requests a day: an advocate, not safe, changed mind, and all that is added to them. */
	readonly requests: number;
}

/** The settings of one running server. */
export interface Settings {
	readonly database: DatabasePlace;
	/** Folder of the data: database file, blobs, the server's keys. */
	readonly folder: string;
	/** The bucket in which the blobs lie; null where they lie in `folder`. */
	readonly bucket: Bucket | null;
	/** The address that staff open, `https://host[:port]`. */
	readonly origin: string;
	/** `origin`, and on one's own machine its other spelling: where requests that change something may come from. */
	readonly origins: readonly string[];
	/** Signs cookies; null where this server makes and keeps its own. Several servers share one. */
	readonly secret: string | null;
	readonly logLevel: string;
	readonly quota: Quota;
	/** The practice pack that meetings are made under unless somebody chooses another. */
	readonly pack: string;
	/** The folder of the authority's own journeys and packs; null where it has none. */
	readonly local: string | null;
	/** Where mail to staff goes out: `smtp://…` or `smtps://…`, null where none is sent; and whom it is from. */
	readonly mail: { readonly smtp: string | null; readonly from: string };
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
		bucket: readBucket(environment),
		origin,
		origins: [origin, ...otherSpelling(new URL(origin))],
		secret: environment['COOKIE_SECRET'] || null,
		logLevel: logLevel(environment['LOG_LEVEL'] || 'info'),
		quota: { submissions: 100, blobBytes: 500 * 1024 * 1024, devices: 10, requests: 100 },
		pack: environment['PRACTICE_PACK'] || 'default',
		local: environment['LOCAL_DIR'] ? resolve(environment['LOCAL_DIR']) : null,
		mail: readMail(environment, new URL(origin).hostname)
	};
}

function readMail(environment: Readonly<Record<string, string | undefined>>, host: string): Settings['mail'] {
	const smtp = environment['SMTP_URL'] || null;
	if (smtp !== null && !/^smtps?:\/\/[^/]/.test(smtp))
		throw new RangeError('SMTP_URL must begin with smtp:// or smtps://');
	return { smtp, from: environment['MAIL_FROM'] || `no-reply@${host}` };
}

function readBucket(environment: Readonly<Record<string, string | undefined>>): Bucket | null {
	const endpoint = environment['BLOBS_ENDPOINT'] || null;
	const name = environment['BLOBS_BUCKET'] || null;
	if (endpoint !== null && !/^https?:\/\//.test(endpoint))
		throw new RangeError('BLOBS_ENDPOINT must begin with https://');
	if (name === null) {
		if (endpoint !== null) throw new RangeError('BLOBS_BUCKET must name a bucket');
		return null;
	}
	// Stores of one's own mostly take any region; AWS has its own name for it.
	return { name, endpoint, region: environment['AWS_REGION'] || 'us-east-1' };
}

/** `localhost` is also `127.0.0.1`, and the other way round. */
function otherSpelling({ protocol, hostname, port }: URL): string[] {
	const other = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[hostname];
	return other ? [`${protocol}//${other}${port && `:${port}`}`] : [];
}

function logLevel(level: string): string {
	if (!['silent', 'error', 'warn', 'info'].includes(level))
		throw new RangeError('LOG_LEVEL must be silent, error, warn or info');
	return level;
}
