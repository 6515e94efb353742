/** What clips a language should have and what it has: the same answer for whoever makes them and for the test. */
import { readFileSync } from 'node:fs';
import { fixedParts } from '../../src/lib/speech/said.ts';
import { clipId, readMade, recordingsOf, voiceOf, type Made } from './manifest.ts';
import { partsOf, textsOf, type Spoken } from './texts.ts';

/** One clip that should be there. */
export interface WantedClip {
	readonly id: string;
	readonly text: string;
	/** The recording that it is made from; absent where espeak-ng speaks it. */
	readonly recording?: URL;
}

/** A text that is one clip whole: no places to fill. A recording can replace only such a one. */
const wholeText = ({ text }: Spoken): string | null => {
	const parts = fixedParts(text);
	return parts.length === 1 && !text.includes('{{') ? (parts[0] ?? null) : null;
};

/**
 * Every clip that `locale` should have; null where it has no voice. Throws RangeError for a recording whose name is no key,
 * or the key of words with places to fill.
 */
export function wantedClips(locale: string): readonly WantedClip[] | null {
	const voice = voiceOf[locale];
	if (!voice) return null;
	const texts = textsOf(locale);
	const byKey = new Map(texts.map((spoken) => [spoken.key, spoken]));
	const recorded = new Map<string, URL>();
	for (const [key, file] of recordingsOf(locale)) {
		const spoken = byKey.get(key);
		const text = spoken ? wholeText(spoken) : null;
		if (text === null) throw new RangeError(`${key} is no key in ${locale} that one recording can say`);
		recorded.set(text, file);
	}
	return partsOf(texts).map((text) => {
		const recording = recorded.get(text);
		const id = clipId(text, voice, recording && readFileSync(recording));
		return recording ? { id, text, recording } : { id, text };
	});
}

/** The clips of `locale` that are missing in `made`, or not as they should be. */
export const staleClips = (locale: string, made: Made = readMade(locale)): readonly WantedClip[] =>
	(wantedClips(locale) ?? []).filter(
		({ id, text }) => made.clips.get(text)?.id !== id || !made.sounds.has(id)
	);
