/**
 * A part of the build: the clips of each journey and version, and of the screens around, gathered into one file each
 * (`src/lib/speech/bank.ts`), and `virtual:narration`, the list of their addresses. In development they are made when asked for.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { writeBank } from '../../src/lib/speech/bank.ts';
import { asSaid, fixedParts, hasPlaces } from '../../src/lib/speech/said.ts';
import { readMade, type Made, type MadeClip } from './manifest.ts';
import { spokenLocales, textsOf, voices, type Spoken } from './texts.ts';

/** Under the folder whose files are kept for ever: the names carry a hash. */
const folder = '_app/immutable/narration';

/** One bank: its name (`en/around-short`, `cy/core-group-8-11`), what it says, its clips. */
export interface MadeBank {
	readonly name: string;
	readonly texts: readonly Spoken[];
	readonly clips: readonly MadeClip[];
	/** The sound of each of the clips. */
	readonly sounds: readonly Uint8Array[];
}

/** A clip whose sound is not there is no clip: its words are looked for as if nobody had made it. */
const whole = (made: Made, part: string): readonly MadeClip[] => {
	const clip = made.clips.get(part);
	return clip && made.sounds.has(clip.id) ? [clip] : [];
};

/** What each bank of `locale` holds. What the screens around it say is not said again in a journey's own. */
export function banksOf(locale: string): readonly MadeBank[] {
	const made = readMade(locale);
	if (made.clips.size === 0) return [];
	const texts = textsOf(locale);
	const names = [...new Set(texts.flatMap(({ banks }) => banks))];
	const around = new Set(
		texts
			.filter(({ banks }) => voices.every((voice) => banks.includes(`around-${voice}`)))
			.flatMap(({ text }) => fixedParts(text))
	);
	return names.map((name) => {
		const mine = texts.filter(({ banks }) => banks.includes(name));
		const parts = new Set(mine.flatMap(({ text }) => fixedParts(text)));
		const clips = [...parts].flatMap((part) =>
			!name.startsWith('around-') && around.has(part) ? [] : whole(made, part)
		);
		const sounds = clips.map(({ id }) => made.sounds.get(id) ?? new Uint8Array());
		return { name: `${locale}/${name}`, texts: mine, clips, sounds };
	});
}

/** The file of `bank`. */
export function bankFile(bank: MadeBank): Uint8Array {
	const locale = bank.name.split('/')[0] ?? '';
	let offset = 0;
	const clips = bank.clips.map(({ ms, words }, at) => {
		const length = bank.sounds[at]?.length ?? 0;
		offset += length;
		return [offset - length, length, ms, words] as const;
	});
	const patterns = bank.texts.map(({ text }) => asSaid(text)).filter(hasPlaces);
	return writeBank(
		{
			locale,
			clips,
			texts: Object.fromEntries(bank.clips.map(({ text }, at) => [text, at])),
			patterns: [...new Set(patterns)]
		},
		bank.sounds
	);
}

/** Nothing is read to say what a bank's file is called: its clips are called by what they are made from. */
const addressOf = (bank: MadeBank): string => {
	const about = JSON.stringify([bank.clips.map(({ id }) => id), bank.texts.map(({ text }) => text)]);
	return `${folder}/${createHash('sha256').update(about).digest('hex').slice(0, 16)}.bank`;
};

const virtual = 'virtual:narration';

/** The plugin. */
export function narrationBanks(): Plugin {
	let all: readonly MadeBank[] | null = null;
	const banks = () => (all ??= spokenLocales().flatMap(banksOf));
	return {
		name: 'narration-banks',
		resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
		load: (id) =>
			id === `\0${virtual}`
				? `export default ${JSON.stringify(Object.fromEntries(banks().map((bank) => [bank.name, `/${addressOf(bank)}`])))}`
				: null,
		configureServer(server) {
			server.middlewares.use((request, response, next) => {
				const bank = banks().find((each) => request.url === `/${addressOf(each)}`);
				if (bank) response.end(bankFile(bank));
				else next();
			});
		},
		generateBundle(_, bundle) {
			// Only the build of the browser's files, which has the child's entry.
			if (!bundle['_app/enter.js']) return;
			for (const bank of banks())
				this.emitFile({ type: 'asset', fileName: addressOf(bank), source: bankFile(bank) });
		}
	};
}
