/** A running server: everything that requests need, opened once from the settings and closed once. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { systemClock, type Clock } from '../base/clock.ts';
import { nothingOwn, readOwn, type Own } from '../own/read.ts';
import { allPacks, findPack, knowOwnPacks } from '../practice/packs.ts';
import { Begun } from './blob/begun.ts';
import type { BlobStore } from './blob/blob.ts';
import { diskPlace } from './blob/disk.ts';
import type { BlobPlace } from './blob/place.ts';
import { Caller } from './call/caller.ts';
import { openDatabase, type Database } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import type { DraftStore } from './draft/draft.ts';
import type { GuardStore } from './guard/guard.ts';
import { Tries } from './invitation/tries.ts';
import { Mailer } from './mail/mailer.ts';
import type { RequestStore } from './request/store.ts';
import { WorkGate } from './request/work.ts';
import { serverKey } from './server-key.ts';
import type { Settings } from './settings.ts';
import type { ReceiptSigner } from './signature.ts';
import { openAuth, type Auth } from './staff/auth.ts';
import type { PasskeyPlace } from './staff/passkey.ts';
import { Counter } from './submission/counter.ts';
import { DeviceKeys } from './submission/check.ts';
import { Checker } from './submission/checker.ts';

/** What a request handler is given. */
export interface Running {
	readonly settings: Settings;
	/** The authority's own journeys and packs. */
	readonly own: Own;
	readonly clock: Clock;
	readonly database: Database;
	readonly auth: Auth;
	readonly key: ReceiptSigner;
	readonly devices: DeviceKeys;
	readonly checker: Checker;
	readonly counter: Counter;
	readonly blobs: BlobStore;
	readonly guards: GuardStore;
	readonly drafts: DraftStore;
	readonly requests: RequestStore;
	readonly work: WorkGate;
	readonly caller: Caller;
	readonly mailer: Mailer;
	/** Failed enrolments, per invitation id. */
	readonly enrolTries: Tries;
	/** Failed sign-ins, per account. */
	readonly signInTries: Tries;
	readonly passkeys: PasskeyPlace;
	readonly log: Logger;
	readonly close: () => Promise<void>;
}

const quarterHour = 15 * 60_000;

/** The secret that signs cookies: given, or made once and kept in the data folder for its owner alone. */
function cookieSecret(settings: Settings): string {
	if (settings.secret !== null) return settings.secret;
	const file = join(settings.folder, 'cookie-secret');
	try {
		return readFileSync(file, 'utf8');
	} catch {
		const secret = randomBytes(32).toString('base64url');
		mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
		writeFileSync(file, secret, { mode: 0o600 });
		return secret;
	}
}

/** The place of the blobs. What speaks S3 is loaded where it is asked for: it is large, and most have a disk. */
async function blobPlace({ folder, bucket }: Settings): Promise<BlobPlace> {
	if (!bucket) return diskPlace(join(folder, 'blobs'));
	const { bucketPlace } = await import('./blob/bucket.ts');
	return bucketPlace(bucket);
}

/** Opens database, keys and folders, and brings the database up to date. Throws where any of them cannot be used. */
export async function openServer(settings: Settings, clock: Clock = systemClock): Promise<Running> {
	const own = settings.local === null ? nothingOwn : readOwn(settings.local);
	knowOwnPacks(own.packs);
	if (findPack(settings.pack) === null)
		throw new RangeError(
			`PRACTICE_PACK must be one of ${allPacks()
				.map(({ id }) => id)
				.join(', ')}`
		);
	const database = openDatabase(settings.database);
	await migrate(database);
	const key = serverKey(settings.folder);
	const devices = new DeviceKeys(database);
	const place = await blobPlace(settings);
	const host = new URL(settings.origin).hostname;
	// Neither the process nor the machine is named: a log is read by more people than a server.
	const log = pino({ level: settings.logLevel, base: null });
	const checker = new Checker(() => log.warn({ alarm: 'checking-ended' }));
	const secret = cookieSecret(settings);
	const mailer = new Mailer(database, clock, { ...settings.mail, desk: `${settings.origin}/staff` }, log);
	const caller = new Caller(database, clock, mailer, log);
	const flood = (what: string) => ({ flood: () => log.warn({ alarm: 'many-failed-tries', of: what }) });
	return {
		settings,
		own,
		clock,
		database,
		auth: openAuth(database, settings.origins, secret),
		key,
		devices,
		checker,
		counter: new Counter({ database, clock, key, perDay: settings.quota.submissions }),
		blobs: { database, clock, devices, place, begun: new Begun(), perDay: settings.quota.blobBytes },
		guards: { database, clock, devices, unknown: new Map() },
		drafts: { database, clock, devices },
		requests: { database, clock, key, perDay: settings.quota.requests },
		work: new WorkGate(clock, secret),
		caller,
		mailer,
		enrolTries: new Tries(clock, 20, quarterHour, flood('enrolling')),
		signInTries: new Tries(clock, 10, quarterHour, flood('signing in')),
		passkeys: { origins: settings.origins, host },
		log,
		async close() {
			await caller.stop();
			mailer.close();
			await checker.close();
			await database.close();
		}
	};
}
