/**
 * A place and a code in, what opens a draft out. A wrong code and an unused place do the same work and give the same answer,
 * `empty`: nothing tells them apart, neither on the screen nor by the time it takes.
 */
import { fromBase64url, toBase64url, type Bytes } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { ask, type Fetch } from '../outbox/ask.ts';
import type { Code } from './code.ts';
import { stretchCode } from './key.ts';
import { openPlaceWith, type Contents } from './place.ts';
import { readPlaces } from './places.ts';
import { afterTry, forgetTries, mayTry, readCounts, setCount } from './tries.ts';

/**
 * `empty`: an empty pad is what comes. `wait`: too many tries, `detail` is how many seconds. `ask-letter`: only the letter opens
 * it now. `ask-worker`: or a worker lets it be tried again. `needs-signal`: the server's half could not be asked for.
 */
export type NotOpened = 'empty' | 'wait' | 'ask-letter' | 'ask-worker' | 'needs-signal';

/** Tries `code` at place `at` (from 0). The try is counted before it is made. Rejects where the browser keeps nothing. */
export async function openPlace(
	at: number,
	code: Code,
	fetch: Fetch = (input, init) => globalThis.fetch(input, init)
): Promise<Result<Contents, NotOpened>> {
	const { secret, all } = await readPlaces();
	const place = all[at];
	if (!place) throw new RangeError('No such place');
	if (place.kind === 'guarded') {
		const stretched = await stretchCode(code, secret, place.salt);
		const half = await askHalf(place.guard, stretched.proof, fetch);
		if (!half.ok) return half;
		const contents = await openPlaceWith(place, await stretched.key(half.value));
		return contents ? ok(contents) : refused('empty');
	}
	const count = (await readCounts())[at] ?? { tries: 0, left: 0 };
	const wait = mayTry(count);
	if (wait === 'ask-letter') return refused('ask-letter');
	if (wait !== null) return refused('wait', String(Math.ceil(wait / 1000)));
	await setCount(at, afterTry(count));
	const stretched = await stretchCode(code, secret, place.salt);
	const contents = await openPlaceWith(place, await stretched.key(null));
	if (!contents) return refused('empty');
	await forgetTries(at);
	return ok(contents);
}

async function askHalf(guard: string, proof: Bytes, fetch: Fetch): Promise<Result<Bytes, NotOpened>> {
	const answered = await ask(
		fetch,
		`/api/guards/${guard}/tries`,
		JSON.stringify({ proof: toBase64url(proof) })
	);
	if (answered.is === 'nothing') return refused('needs-signal');
	if (answered.is === 'problem') {
		if (answered.reason === 'over-quota') return refused('wait', String(answered.after ?? 300));
		return refused(answered.reason === 'conflict' ? 'ask-worker' : 'needs-signal');
	}
	const { half } = answered.body;
	return typeof half === 'string' && half.length === 43 ? ok(fromBase64url(half)) : refused('needs-signal');
}
