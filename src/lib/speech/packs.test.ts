/** Clips in the repository: what was damaged, or is not what the list says, is never played. */
import { describe, expect, it } from 'vitest';
import { readMade } from '../../../tools/narration/manifest.ts';
import { readPacks } from '../../../tools/narration/packs.ts';
import { staleClips } from '../../../tools/narration/wanted.ts';
import { Bank, Banks, writeBank } from './bank.ts';

const made = readMade('en');
const clips = [...made.clips.values()];

describe('the sound of clips', () => {
	it('is left out where its file is not as it was written', () => {
		const sums = Object.fromEntries([...'0123456789abcdef'].map((digit) => [digit, 'another']));
		expect(readPacks('en', clips, sums).size).toBe(0);
		expect(made.sounds.size).toBe(clips.length);
	});

	it('that is missing is named as one to make', () => {
		const [one] = clips;
		if (!one) throw new Error('English has clips');
		const sounds = new Map(made.sounds);
		sounds.delete(one.id);
		expect(staleClips('en', { clips: made.clips, sounds }).map(({ text }) => text)).toEqual([one.text]);
	});

	it('of other words is named as one to make, and is not found for new ones', () => {
		const [one] = clips;
		const sound = one && made.sounds.get(one.id);
		if (!sound) throw new Error('English has clips');
		const old = new Map(made.clips).set(one.text, { ...one, id: 'made-from-other-words' });
		expect(staleClips('en', { clips: old, sounds: made.sounds }).map(({ text }) => text)).toEqual([one.text]);
		const heading = {
			locale: 'en',
			clips: [[0, sound.length, one.ms, one.words]] as const,
			texts: { 'What do you like?': 0 },
			patterns: []
		};
		const banks = new Banks([new Bank(writeBank(heading, [sound]))]);
		expect(banks.find('What do you like?').map(({ clip }) => clip?.ms)).toEqual([one.ms]);
		// A changed text is left to the device's voice whole: nothing of what it said before is heard.
		expect(banks.find('What do you like most?')).toEqual([
			{ clip: null, from: 0, text: 'What do you like most?' }
		]);
	});
});
