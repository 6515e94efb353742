/**
 * The list of clips of one language, `narration/<locale>.json`: what each says, who spoke it, how long it is, when each word
 * comes. A clip is called by what it was made from, so that a changed text, voice or setting is another clip.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readPacks, writePacks } from './packs.ts';

/** One clip. The sound lies in one of the packs (`packs.ts`). */
export interface MadeClip {
	readonly id: string;
	readonly text: string;
	readonly spoken: 'synthetic' | 'human';
	/** For a recording: its file, from `narration/recordings/<locale>/`. */
	readonly recording?: string;
	readonly ms: number;
	/** Of its sound, as it lies in its pack. */
	readonly bytes: number;
	/** Milliseconds from the start, first character, number of characters; end to end. */
	readonly words: readonly number[];
}

/** How a language is spoken where nobody has recorded it. */
export interface Voice {
	/** espeak-ng's name of it. */
	readonly voice: string;
	/** Words a minute. Slower than espeak-ng's own 175: children listen. */
	readonly rate: number;
}

/** Speaking and encoding, written into each clip's name; raise it when clips must be made anew. */
export const settings = { encoding: 'opus 10 kbit/s, 60 ms', revision: 1 } as const;

/** The voice of each language. One without a line is shown without sound, and the app says so. */
export const voiceOf: Readonly<Record<string, Voice>> = {
	en: { voice: 'en-gb', rate: 155 },
	cy: { voice: 'cy', rate: 160 },
	pl: { voice: 'pl', rate: 150 },
	ar: { voice: 'ar', rate: 140 },
	bn: { voice: 'bn', rate: 145 },
	uk: { voice: 'uk', rate: 150 }
};

const narration = new URL('../../narration/', import.meta.url);

/** The folder of recordings of a language. */
const recordingsFolder = (locale: string): URL => new URL(`recordings/${locale}/`, narration);

const hash = (from: string | Uint8Array) => createHash('sha256').update(from).digest('hex').slice(0, 20);

/** The name of the clip of `text`, spoken by `voice`, or by whoever made `recording`. */
export const clipId = (text: string, voice: Voice, recording?: Uint8Array): string =>
	hash(JSON.stringify([text, recording ? hash(recording) : voice, settings]));

/** Recordings of `locale` by the key that they replace: `player.readers.title.short.wav`. */
export function recordingsOf(locale: string): ReadonlyMap<string, URL> {
	const recordings = recordingsFolder(locale);
	if (!existsSync(recordings)) return new Map();
	return new Map(
		readdirSync(recordings)
			.filter((file) => /\.(?:wav|flac|ogg|opus|webm|mp3|m4a)$/i.test(file))
			.map((file) => [file.replace(/\.\w+$/, ''), new URL(encodeURIComponent(file), recordings)])
	);
}

/** The list as it is written. */
interface List {
	readonly packs: Readonly<Record<string, string>>;
	readonly clips: readonly MadeClip[];
}

/** The clips that a language has. */
export interface Made {
	/** By their text. */
	readonly clips: ReadonlyMap<string, MadeClip>;
	/** Their sound, by their names; a clip whose sound is missing or damaged has none. */
	readonly sounds: ReadonlyMap<string, Uint8Array>;
}

/** The clips of `locale`; none where none were made. */
export function readMade(locale: string): Made {
	const file = new URL(`${locale}.json`, narration);
	if (!existsSync(file)) return { clips: new Map(), sounds: new Map() };
	const { packs, clips } = JSON.parse(readFileSync(file, 'utf8')) as List;
	return {
		clips: new Map(clips.map((clip) => [clip.text, clip])),
		sounds: readPacks(locale, clips, packs)
	};
}

/** Writes the packs and the list: a line for each clip, so that a change is seen as one. `sounds`: that of each of `clips`. */
export function writeMade(
	locale: string,
	clips: readonly MadeClip[],
	sounds: ReadonlyMap<string, Uint8Array>
): void {
	const packs = writePacks(
		locale,
		new Map([...sounds].filter(([id]) => clips.some((clip) => clip.id === id)))
	);
	const lines = [...clips]
		.sort((one, two) => (one.text < two.text ? -1 : 1))
		.map((clip) => JSON.stringify(clip));
	const head = JSON.stringify({ ...voiceOf[locale], ...settings, packs }).slice(1, -1);
	writeFileSync(new URL(`${locale}.json`, narration), `{${head},"clips":[\n${lines.join(',\n')}\n]}\n`);
}
