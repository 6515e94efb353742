import { describe, expect, it } from 'vitest';
import { toBase64url } from '../base/bytes.ts';
import { isId } from '../base/ids.ts';
import type { InvitationLink } from './link.ts';
import { newSecret } from './secret.ts';
import { lockLink, unlockLink, wordLock } from './word-lock.ts';
import { canonicalWords } from './words.ts';

const words = ['Afal', 'tŷ', 'bara', 'cwch', 'dafad', 'eira'];
const link: InvitationLink = {
	secret: newSecret(),
	root: toBase64url(crypto.getRandomValues(new Uint8Array(32))),
	look: '8-11',
	locale: 'cy'
};

describe('an invitation locked under six words', () => {
	it('opens with the same words however they are spelled, and looks up by an id', async () => {
		const lock = await wordLock(words);
		const typed = await wordLock(canonicalWords(['afal', 'TY', 'bara', 'cwch', 'dafad', 'eira']));
		expect(typed.wordsId).toBe(lock.wordsId);
		expect(isId(lock.wordsId)).toBe(true);
		expect(await unlockLink(typed, await lockLink(lock, link))).toEqual({ ok: true, value: link });
	});

	it('opens with no other words, nor after any change', async () => {
		const lock = await wordLock(words);
		const other = await wordLock([...words].reverse());
		const wrapped = await lockLink(lock, link);
		expect(other.wordsId).not.toBe(lock.wordsId);
		const flipped = (wrapped.startsWith('A') ? 'B' : 'A') + wrapped.slice(1);
		for (const [key, text] of [
			[other, wrapped],
			[lock, flipped],
			[lock, ''],
			[lock, '!'],
			[{ ...lock, wordsId: other.wordsId }, wrapped]
		] as const)
			expect(await unlockLink(key, text)).toEqual({ ok: false, reason: 'damaged' });
	});

	it('never looks the same twice', async () => {
		const lock = await wordLock(words);
		expect(await lockLink(lock, link)).not.toBe(await lockLink(lock, link));
	});
});
