/**
 * How one child wants it to look, to sound and to be worked: the settings, what each offers, and how they are read from and
 * written to a draft. Pure. What is not set is as the device and the version have it (docs/accessibility.md, "Settings").
 */

/** Sizes of the words, in per cent of the device's own (WCAG 1.4.4 asks for 200). */
export const sizes = [100, 125, 150, 175, 200, 250] as const;

/** The colours; `device`: as the device prefers; `light`: the version's own paper. */
export const themes = ['device', 'light', 'cream', 'blue', 'rose', 'dark', 'contrast'] as const;

/** Room between letters, words and lines: `wide` is WCAG 1.4.12, `extra` goes beyond it. */
export const rooms = ['normal', 'wide', 'extra'] as const;

/** The letters; `version`: those of the version; `system`: the device's own. */
export const fonts = ['version', 'andika', 'atkinson', 'lexend', 'opendyslexic', 'system'] as const;

/** When words are read out; `version`: by itself for 4–7 and easy read, when pressed for the others. */
export const readings = ['version', 'itself', 'pressed', 'never'] as const;

/** How fast words are read out: name → how fast a clip is played. Slowest first. */
export const speeds = { slowest: 0.6, slow: 0.8, normal: 1, fast: 1.25, fastest: 1.5 } as const;

/** How switches are worked: not at all, or one of the ways of `scanning/switches.ts`. */
export const scans = ['off', 'auto', 'step', 'hold', 'two'] as const;

/** Seconds that each thing stays lit. */
export const scanTimes = [0.5, 1, 1.5, 2, 3, 4, 6] as const;

/** Seconds for which a switch has to be held before it counts. */
export const scanHolds = [0, 0.3, 0.6, 1] as const;
/** Seconds for which no press counts after one that did. */
export const scanPauses = [0, 0.5, 1, 2] as const;

/** Seconds in which what a pointer rests on is pressed; 0: it never is. */
export const dwellTimes = [0, 0.6, 1, 1.5, 2, 3] as const;
/** Seconds after a press in which a further one is none. */
export const tapPauses = [0, 0.3, 0.5, 1, 2] as const;

/** One of the sets of colours. */
export type Theme = (typeof themes)[number];
/** How much room there is. */
export type Room = (typeof rooms)[number];
/** A kind of letters. */
export type Font = (typeof fonts)[number];

/** When words are read out. */
export type Reading = (typeof readings)[number];
/** How fast words are read out. */
export type Speed = keyof typeof speeds;

/** The speeds by name, slowest first. */
export const speedNames = Object.keys(speeds) as readonly Speed[];

/** Everything that can be set. */
export interface Settings {
	/** One of `sizes`. */
	readonly size: number;
	readonly letters: Room;
	readonly words: Room;
	readonly lines: Room;
	readonly font: Font;
	readonly theme: Theme;
	/** Nothing moves, nothing sounds unless asked, one thing on the screen. */
	readonly calm: boolean;
	/** Nothing moves. The device may ask for it, too. */
	readonly still: boolean;
	/** Nothing sounds, even where asked. */
	readonly silent: boolean;
	readonly reading: Reading;
	readonly speed: Speed;
	readonly scan: (typeof scans)[number];
	/** One of `scanTimes`. */
	readonly scanEvery: number;
	/** One of `scanHolds`. */
	readonly scanAccept: number;
	/** One of `scanPauses`. */
	readonly scanIgnore: number;
	/** What lights up is said. */
	readonly scanSaid: boolean;
	/** One of `dwellTimes`. */
	readonly dwell: number;
	/** One of `tapPauses`. */
	readonly again: number;
	/** Touches at the edge, and those of a palm, are held back. */
	readonly palm: boolean;
}

/** As it is before anybody chose anything. */
export const unset: Settings = {
	size: 100,
	letters: 'normal',
	words: 'normal',
	lines: 'normal',
	font: 'version',
	theme: 'device',
	calm: false,
	still: false,
	silent: false,
	reading: 'version',
	speed: 'normal',
	scan: 'off',
	scanEvery: 2,
	scanAccept: 0,
	scanIgnore: 0.5,
	scanSaid: false,
	dwell: 0,
	again: 0,
	palm: false
};

/** What a setting that is not yes or no may be. */
const offered: Readonly<Partial<Record<keyof Settings, readonly (string | number)[]>>> = {
	size: sizes,
	letters: rooms,
	words: rooms,
	lines: rooms,
	font: fonts,
	theme: themes,
	reading: readings,
	speed: speedNames,
	scan: scans,
	scanEvery: scanTimes,
	scanAccept: scanHolds,
	scanIgnore: scanPauses,
	dwell: dwellTimes,
	again: tapPauses
};

/** Settings as they lie in a draft: only those that were changed, by name. */
export type KeptSettings = Readonly<Record<string, string | number | boolean>>;

const names = Object.keys(unset) as (keyof Settings)[];

/** Reads what was kept. What is not known here, or no longer offered, is as if nobody had set it: a draft always opens. */
export function readSettings(kept: unknown): Settings {
	const found = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
	const known = names.filter((name) => {
		const value = found[name];
		const of = offered[name];
		return of ? of.includes(value as string) : typeof value === 'boolean';
	});
	return { ...unset, ...Object.fromEntries(known.map((name) => [name, found[name]])) };
}

/** What is to be kept of `settings`: what differs from `unset`. */
export const keptSettings = (settings: Settings): KeptSettings =>
	Object.fromEntries(
		names.filter((name) => settings[name] !== unset[name]).map((name) => [name, settings[name]])
	);

/**
 * Those that may lie in the open on the device, where the first screen finds them before any letter is open: how it looks and sounds.
 * How somebody works it says more of who they are, and lies in the sealed draft alone.
 */
const open: readonly (keyof Settings)[] = [
	'size',
	'letters',
	'words',
	'lines',
	'font',
	'theme',
	'calm',
	'still',
	'silent',
	'reading',
	'speed'
];

/** What of `settings` may lie in the open. */
export const openSettings = (settings: Settings): KeptSettings =>
	Object.fromEntries(
		Object.entries(keptSettings(settings)).filter(([name]) => (open as string[]).includes(name))
	);

/** The attributes of the root element (`data-…`) that the style sheets go by. */
export function marksOf(settings: Settings): Readonly<Record<string, string>> {
	const { theme, font, letters, words, lines, calm, still } = settings;
	return {
		...(theme === 'device' ? {} : { theme }),
		...(font === 'version' ? {} : { font }),
		...(letters === 'normal' ? {} : { letters }),
		...(words === 'normal' ? {} : { words }),
		...(lines === 'normal' ? {} : { lines }),
		...(calm ? { calm: '' } : {}),
		...(calm || still ? { still: '' } : {})
	};
}

/** Every attribute that `marksOf` may give. */
export const marks = ['theme', 'font', 'letters', 'words', 'lines', 'calm', 'still'] as const;
