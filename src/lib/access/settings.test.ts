import { describe, expect, it } from 'vitest';
import {
	fonts,
	keptSettings,
	marks,
	marksOf,
	openSettings,
	readSettings,
	rooms,
	themes,
	unset
} from './settings.ts';

const chosen = {
	...unset,
	size: 175,
	letters: 'wide',
	lines: 'extra',
	font: 'opendyslexic',
	theme: 'rose',
	calm: true,
	reading: 'pressed',
	speed: 'slowest'
} as const;

describe('settings', () => {
	it('come back from a draft as they were, and only what was changed lies there', () => {
		expect(keptSettings(chosen)).toEqual({
			size: 175,
			letters: 'wide',
			lines: 'extra',
			font: 'opendyslexic',
			theme: 'rose',
			calm: true,
			reading: 'pressed',
			speed: 'slowest'
		});
		expect(readSettings(keptSettings(chosen))).toEqual(chosen);
		expect(keptSettings(unset)).toEqual({});
	});

	it('are as nobody had set them where what was kept is not known, not offered or nothing at all', () => {
		for (const kept of [null, undefined, 7, 'dark', [], { theme: 'plaid', size: 110, calm: 'yes', other: 1 }])
			expect(readSettings(kept)).toEqual(unset);
		expect(readSettings({ theme: 'dark', size: 99, reading: 'loud', speed: 2 })).toEqual({
			...unset,
			theme: 'dark'
		});
	});

	it('are read from what the first version kept in the open', () => {
		expect(readSettings({ theme: 'contrast', size: 150, calm: true, locale: 'cy' })).toEqual({
			...unset,
			theme: 'contrast',
			size: 150,
			calm: true
		});
	});

	it('lie in the open only where they say how it looks and sounds', () => {
		expect(openSettings(chosen)).toEqual(keptSettings(chosen));
		const worked = {
			...chosen,
			scan: 'auto',
			scanEvery: 1,
			scanAccept: 0.3,
			scanIgnore: 0,
			scanSaid: true,
			dwell: 1.5,
			again: 0.5,
			palm: true
		} as const;
		expect(readSettings(keptSettings(worked))).toEqual(worked);
		expect(openSettings(worked)).toEqual(keptSettings(chosen));
	});

	it('mark the page by attributes, and every attribute that may come is known to be taken away', () => {
		expect(marksOf(unset)).toEqual({});
		for (const theme of themes)
			for (const font of fonts)
				for (const room of rooms)
					for (const calm of [true, false]) {
						const found = marksOf({ ...unset, theme, font, letters: room, words: room, lines: room, calm });
						expect(marks).toEqual(expect.arrayContaining(Object.keys(found)));
					}
		expect(marksOf({ ...unset, calm: true })).toEqual({ calm: '', still: '' });
		expect(marksOf({ ...unset, still: true })).toEqual({ still: '' });
	});
});
