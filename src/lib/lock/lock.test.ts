import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePictures, codeText, type Code } from './code.ts';
import { stretchCode } from './key.ts';
import { lockBeforeChoice, suggestedLock } from './kind.ts';
import { newPlace, nobodysPlace, openPlaceWith, placeBytes, readPlace, sealPlace } from './place.ts';
import { afterTime, afterTry, mayTry, type Count } from './tries.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const contents = {
	key: random(32),
	records: {
		state: 'AAAAAAAAAAAAAAAAAAAAAA',
		device: 'BBBBBBBBBBBBBBBBBBBBBA',
		invitation: 'CCCCCCCCCCCCCCCCCCCCCA'
	}
};
const code: Code = ['heart', 'heart', 'car', 'pen'];

describe('a place', () => {
	it('opens with its code, on its device, with its half; with anything else it is empty', async () => {
		const [secret, half] = [random(32), random(32)];
		const place = newPlace('guarded');
		const right = await stretchCode(code, secret, place.salt);
		const sealed = await sealPlace(place, await right.key(half), contents);
		const again = readPlace(placeBytes(sealed));
		if (!again) throw new Error('not read');
		expect(await openPlaceWith(again, await right.key(half))).toEqual(contents);
		const other = await stretchCode(code.toReversed(), secret, place.salt);
		const elsewhere = await stretchCode(code, random(32), place.salt);
		for (const key of [right.key(random(32)), right.key(null), other.key(half), elsewhere.key(half)])
			expect(await openPlaceWith(again, await key)).toBeNull();
		expect(await openPlaceWith(nobodysPlace('guarded'), await right.key(half))).toBeNull();
		expect(right.proof).not.toEqual(other.proof);
	});

	it('has as many bytes whether somebody uses it or nobody, and reads nothing else', async () => {
		const key = await crypto.subtle.importKey('raw', random(32), 'AES-GCM', false, ['encrypt']);
		const used = placeBytes(await sealPlace(newPlace('picture'), key, contents));
		expect(used).toHaveLength(placeBytes(nobodysPlace('picture')).length);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				if (bytes.length !== used.length) expect(readPlace(new Uint8Array(bytes))).toBeNull();
			})
		);
	});
});

describe('the code', () => {
	it('is one of 20,736, each with a text of its own', () => {
		const all = new Set<string>();
		for (const a of codePictures)
			for (const b of codePictures)
				for (const c of codePictures) for (const d of codePictures) all.add(codeText([a, b, c, d]));
		expect(all.size).toBe(20_736);
	});
});

describe('the device’s counter', () => {
	it('waits after five, ten and fifteen tries and ends after twenty', () => {
		let counts: readonly Count[] = [{ tries: 0, left: 0 }];
		const waited: number[] = [];
		for (;;) {
			const wait = mayTry(counts[0] as Count);
			if (wait === 'ask-letter') break;
			waited.push(wait ?? 0);
			counts = [afterTry(afterTime(counts, wait ?? 0)[0] as Count)];
		}
		const expected = Array<number>(20).fill(0);
		[expected[5], expected[10], expected[15]] = [300_000, 3_600_000, 3_600_000];
		expect(waited).toEqual(expected);
	});
});

describe('the lock of a device', () => {
	it('is offered by whose it is, and by the signal', () => {
		expect(suggestedLock('own', true)).toBe('guarded');
		expect(suggestedLock('own', false)).toBe('picture');
		expect(suggestedLock('shared', true)).toBe('post-box');
		expect(suggestedLock('worker', true)).toBe('none');
	});
	it('before anybody chose needs no code', () => {
		expect((['own', 'shared', 'worker'] as const).map(lockBeforeChoice)).toEqual([
			'post-box',
			'post-box',
			'none'
		]);
	});
});
