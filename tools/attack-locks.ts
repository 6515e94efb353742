/**
 * Attacks the locks of the child's side with the product's own code and prints how long each stands: with a copy of the
 * device's disk, at the device, and against the server. Real tries are made; only what would take too long is multiplied.
 *
 * Usage: node tools/run.mjs tools/attack-locks.ts [TRIES]   TRIES: codes tried for the rate, 40 unless said.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../src/lib/base/brand.ts';
import { newId, type InvitationId, type MeetingId, type StaffId } from '../src/lib/base/ids.ts';
import { codeLength, codePictures, type Code } from '../src/lib/lock/code.ts';
import { stretchCode } from '../src/lib/lock/key.ts';
import { newPlace, openPlaceWith, sealPlace, type Place } from '../src/lib/lock/place.ts';
import { afterTime, afterTry, mayTry, type Count } from '../src/lib/lock/tries.ts';
import { tryGuard } from '../src/lib/server/guard/guard.ts';
import { openServer, type Running } from '../src/lib/server/running.ts';
import { readSettings } from '../src/lib/server/settings.ts';

const tries = Number(process.argv[2] ?? 40);
const codes = codePictures.length ** codeLength;
const secret = new Uint8Array(randomBytes(32));
const half = new Uint8Array(randomBytes(32));
const contents = {
	key: new Uint8Array(randomBytes(32)),
	records: { state: newId<string>(), device: newId<string>(), invitation: newId<string>() }
};

/** The code with the number `at`, in the order in which somebody who tries them all would. */
const codeAt = (at: number): Code =>
	Array.from({ length: codeLength }, (_, place) => {
		const picture = Math.floor(at / codePictures.length ** place) % codePictures.length;
		return codePictures[picture] as (typeof codePictures)[number];
	});

const spans = [
	['years', 31_557_600],
	['days', 86_400],
	['hours', 3600],
	['minutes', 60]
] as const;
/** `seconds` as people say it. */
function spoken(seconds: number): string {
	for (const [name, length] of spans)
		if (seconds >= 2 * length)
			return `${Number((seconds / length).toPrecision(2)).toLocaleString('en')} ${name}`;
	return `${seconds.toFixed(1)} seconds`;
}
const say = (lock: string, attack: string, stands: string): void =>
	console.log(`${lock.padEnd(9)} ${attack.padEnd(40)} ${stands}`);

/** A place of `kind` under the code with the number `at`. */
async function placeOf(kind: Place['kind'], at: number): Promise<Place> {
	const place = newPlace(kind);
	const stretched = await stretchCode(codeAt(at), secret, place.salt);
	return sealPlace(place, await stretched.key(kind === 'guarded' ? half : null), contents);
}

/** Tries codes in order on a copied place; the one that opens it, or null after `most`, and seconds per try. */
async function crack(place: Place, most: number): Promise<{ found: number | null; each: number }> {
	const began = performance.now();
	for (let at = 0; at < most; at++) {
		const stretched = await stretchCode(codeAt(at), secret, place.salt);
		if (await openPlaceWith(place, await stretched.key(null)))
			return { found: at, each: (performance.now() - began) / 1000 / (at + 1) };
	}
	return { found: null, each: (performance.now() - began) / 1000 / most };
}

/** At the device, waiting as the counter asks, for as long as it lets anybody: tries, and seconds waited. */
function atTheDevice(): { made: number; waited: number } {
	let [count, made, waited]: [Count, number, number] = [{ tries: 0, left: 0 }, 0, 0];
	for (;;) {
		const wait = mayTry(count);
		if (wait === 'ask-letter') return { made, waited };
		waited += (wait ?? 0) / 1000;
		count = afterTry(afterTime([count], wait ?? 0)[0] as Count);
		made++;
	}
}

/** A guard that a device made, in the server's own database. */
async function plantGuard({ database }: Running): Promise<string> {
	const { db } = database;
	const [id, invitation, staff] = [newId<string>(), newId<InvitationId>(), newId<StaffId>()];
	const meeting = newId<MeetingId>();
	const at = '2026-01-01T00:00:00.000Z' as Instant;
	await db
		.insertInto('user')
		.values({
			id: staff,
			name: 'x',
			email: 'x@test.example',
			emailVerified: 0,
			image: null,
			createdAt: at,
			updatedAt: at
		})
		.execute();
	await db.insertInto('staff').values({ id: staff, name: 'x', roles: '[]', leftAt: null }).execute();
	const leads = { chair: staff, deputy: staff, createdBy: staff, createdAt: at };
	const when = { date: '2026-02-01' as never, time: '10:00', place: 'x', answersBy: at };
	await db
		.insertInto('meeting')
		.values({ id: meeting, kind: 'x', ...when, journey: 'x', pack: 'x', ...leads })
		.execute();
	const letter = { enrolHash: 'x', wordsId: newId<string>(), wrapped: 'x', label: 'x', age: null };
	const spokenIn = { look: '8-11', locale: 'en', createdBy: staff, createdAt: at, expiresAt: at };
	await db
		.insertInto('invitation')
		.values({ id: invitation, meeting, ...letter, ...spokenIn, revokedAt: null })
		.execute();
	const device = 'x';
	await db
		.insertInto('device')
		.values({ thumbprint: device, invitation, jwk: '{}', enrolledAt: at })
		.execute();
	const proofHash = createHash('sha256').update(randomBytes(32)).digest('base64url');
	const counted = { tries: 0, until: null, madeAt: at };
	await db
		.insertInto('guard')
		.values({ id, invitation, device, proofHash, half: randomBytes(32).toString('base64url'), ...counted })
		.execute();
	return id;
}

/** Against the real server code and database, with a clock that is turned on as far as the server asks. */
async function atTheServer(): Promise<{ made: number; waited: number }> {
	const folder = mkdtempSync(join(tmpdir(), 'my-say-attack-'));
	const began = Date.parse('2026-01-01T00:00:00Z');
	const clock = { at: began, now: () => clock.at };
	const server = await openServer(readSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), clock);
	try {
		const id = await plantGuard(server);
		for (let made = 0; ;) {
			try {
				await tryGuard(server.guards, id, randomBytes(32).toString('base64url'));
				made++;
			} catch (refusal) {
				const { retryAfter } = refusal as { retryAfter: number | null };
				if (retryAfter === null) return { made, waited: (clock.at - began) / 1000 };
				clock.at += retryAfter * 1000;
			}
		}
	} finally {
		await server.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

console.log(
	`lock      attack                                   how long it stands (${tries} codes tried for the rate)`
);
say('none', 'picked up before it is put away', 'not at all');

const planted = Math.floor(tries / 2);
const { found, each } = await crack(await placeOf('picture', planted), tries);
if (found !== planted) throw new Error('The right code did not open its place');
const whole = each * codes;
say(
	'picture',
	'copied disk, one core, every code',
	`${spoken(whole / 2)} on average, ${spoken(whole)} at most`
);
const device = atTheDevice();
const odds = (made: number): string => `${made} of ${codes.toLocaleString('en')} codes`;
say(
	'picture',
	'at the device',
	`${odds(device.made)} in ${spoken(device.waited)} of waiting, then only the letter`
);

const guarded = await crack(await placeOf('guarded', planted), tries);
if (guarded.found !== null) throw new Error('A guarded place opened without the server’s half');
say(
	'guarded',
	'copied disk alone, the right code among them',
	`opens for none: a half of 256 bits is missing`
);
const server = await atTheServer();
say(
	'guarded',
	'copied disk and the server asked',
	`${odds(server.made)} in ${spoken(server.waited)}, then a worker`
);
say('guarded', 'the server alone', 'no code can be tried: the device’s 256 bits are missing');
say('post-box', 'copied disk, six words guessed', `${spoken((2 ** 66 / 2) * each)} on average, one core`);
say('post-box', 'copied disk, the letter’s secret guessed', '128 bits: not at all likely in any time');
