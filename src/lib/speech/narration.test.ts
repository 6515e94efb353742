/** Every text of the child's side has its clip, made from what is written now: none missing, none stale, none left over. */
import { describe, expect, it } from 'vitest';
import { bankFile, banksOf } from '../../../tools/narration/banks.ts';
import { timesOf } from '../../../tools/narration/make.ts';
import { clipId, readMade, voiceOf } from '../../../tools/narration/manifest.ts';
import { spokenLocales, textsOf } from '../../../tools/narration/texts.ts';
import { staleClips, wantedClips } from '../../../tools/narration/wanted.ts';
import { asksChild } from '../journey/journey.ts';
import { loadJourney } from '../journey/load.ts';
import { versionIds } from '../journey/version.ts';
import { voiceOf as voiceOfVersion } from '../player/voice.ts';
import { Bank, Banks } from './bank.ts';
import { asSaid, canBeSaid, hasPlaces } from './said.ts';

const spoken = spokenLocales().filter((locale) => voiceOf[locale]);

/** What one journey and version may weigh, screens around it and all (docs/accessibility.md). */
const heaviest = 1.5e6;

it('speaks every language that has words', () => {
	expect(spoken).toEqual(spokenLocales());
	expect(spoken).toEqual(expect.arrayContaining(['cy', 'en']));
});

describe.each(spoken)('%s', (locale) => {
	const all = readMade(locale);
	const made = all.clips;
	const banks = new Map(
		banksOf(locale).map((bank) => [bank.name, bankFile(bank) as Uint8Array<ArrayBuffer>])
	);
	const bank = (name: string) => new Bank(banks.get(`${locale}/${name}`) ?? new Uint8Array());

	it('has a clip for every text, made from what is written now: `npm run narration` makes them', () => {
		expect(staleClips(locale, all).map(({ text }) => text)).toEqual([]);
	});

	it('has no clip that nothing says', () => {
		const wanted = new Set((wantedClips(locale) ?? []).map(({ id }) => id));
		expect([...made.values()].filter(({ id }) => !wanted.has(id))).toEqual([]);
		expect([...all.sounds.keys()].sort()).toEqual([...wanted].sort());
	});

	it('says when each word comes, in order and within the clip', () => {
		for (const { text, ms, words } of made.values()) {
			const times = words.filter((_, at) => at % 3 === 0);
			expect(times.length, text).toBe(text.split(' ').length);
			expect(times, text).toEqual([...times].sort((one, two) => one - two));
			expect(times.at(-1), text).toBeLessThanOrEqual(ms);
		}
	});

	it('finds each text, as it is shown, in the banks of whoever meets it', async () => {
		for (const version of versionIds) {
			const around = `around-${voiceOfVersion(version)}`;
			const texts = textsOf(locale).filter(({ text }) => canBeSaid(text) && !hasPlaces(text));
			const journeys = new Set(
				texts.flatMap((text) => text.banks.filter((name) => name.endsWith(`-${version}`)))
			);
			for (const journey of journeys) {
				const own = [around, journey, around.replace('around', 'beside')];
				const grownUp = !asksChild(await loadJourney(journey.replace(`-${version}`, '')));
				const met = grownUp ? [...own, 'grown-up'] : own;
				const asked = new Banks(met.map(bank));
				for (const { key, text, banks: lies } of texts)
					if (lies.some((name) => met.includes(name)))
						expect(asked.find(asSaid(text)).map(({ clip }) => clip?.ms, key)).toEqual([
							made.get(asSaid(text))?.ms
						]);
			}
		}
	});

	it('weighs no more than a child’s device can take', () => {
		const weights = [...banks].flatMap(([name, file]) => {
			const version = versionIds.find((each) => name.endsWith(`-${each}`));
			if (!version) return [];
			const around = banks.get(`${locale}/around-${voiceOfVersion(version)}`);
			return [[name, file.length + (around?.length ?? 0)] as const];
		});
		expect(weights.filter(([, bytes]) => bytes > heaviest)).toEqual([]);
	});
});

it('makes another clip when the text, the voice or the recording is another', () => {
	const [english, welsh] = [voiceOf['en'], voiceOf['cy']];
	if (!english || !welsh) throw new Error('English and Welsh have voices');
	const ids = [
		clipId('Yes', english),
		clipId('No', english),
		clipId('Yes', welsh),
		clipId('Yes', english, Uint8Array.of(1)),
		clipId('Yes', english, Uint8Array.of(2))
	];
	expect(new Set(ids).size).toBe(ids.length);
	expect(clipId('Yes', english)).toBe(ids[0]);
});

it('knows when words come that espeak-ng counts otherwise', () => {
	const heard = {
		ms: 900,
		words: [
			[0, 0, 3],
			[250, 4, 2],
			[400, 6, 2],
			[700, 11, 3]
		] as const
	};
	// "It’s" is two to espeak-ng, 👍 nothing, and characters outside the first plane are two units here.
	expect(timesOf('One it’s 👍 two', heard)).toEqual([0, 0, 3, 250, 4, 4, 250, 9, 2, 700, 12, 3]);
});
