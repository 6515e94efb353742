/** Which screens are looked at, and how: a quick choice in every run, the whole matrix with `--full`. */
import type { BrowserContextOptions } from '@playwright/test';
import { localeIds, versionIds, type LocaleId, type VersionId } from '../../src/lib/journey/version.ts';
import { isFull } from '../fixtures/full.ts';

/** The three sets of colours, as a device asks for them. */
export const themes = {
	light: {},
	dark: { colorScheme: 'dark' },
	contrast: { contrast: 'more' }
} as const satisfies Record<string, BrowserContextOptions>;

/** One set of colours. */
export type Theme = keyof typeof themes;

/** The sizes of screen: phone, tablet upright, tablet on its side, desk. */
const sizes = {
	phone: { width: 390, height: 844 },
	upright: { width: 768, height: 1024 },
	wide: { width: 1024, height: 768 },
	desk: { width: 1366, height: 768 }
} as const;

/** One size of screen. */
export type Size = keyof typeof sizes;

/** One way to look at the child's side. */
export interface Setting {
	readonly look: VersionId;
	readonly locale: LocaleId;
	readonly theme: Theme;
	readonly size: Exclude<Size, 'desk'>;
}

const chosen: readonly Setting[] = [
	{ look: '4-7', locale: 'en', theme: 'light', size: 'wide' },
	{ look: '8-11', locale: 'cy', theme: 'dark', size: 'phone' },
	{ look: '12-15', locale: 'en', theme: 'contrast', size: 'phone' },
	{ look: '16-17', locale: 'cy', theme: 'light', size: 'upright' },
	{ look: 'easy', locale: 'en', theme: 'dark', size: 'wide' }
];

const matrix: readonly Setting[] = versionIds.flatMap((look) =>
	localeIds.flatMap((locale) =>
		(['light', 'dark', 'contrast'] as const).flatMap((theme) =>
			(['phone', 'upright', 'wide'] as const).map((size) => ({ look, locale, theme, size }))
		)
	)
);

/** What this run looks at. */
export const settings = isFull ? matrix : chosen;

/** How somebody's device is set up for `theme` and `size`: colours, screen, and no movement. */
export const deviceFor = (theme: Theme, size: Size): BrowserContextOptions => ({
	...themes[theme],
	viewport: sizes[size],
	reducedMotion: 'reduce'
});

/** The least size of answers and of other controls by version, and the gap between answers, in CSS px (docs/accessibility.md). */
export const targets: Readonly<
	Record<VersionId, { readonly answer: number; readonly control: number; readonly gap: number }>
> = {
	'4-7': { answer: 120, control: 64, gap: 24 },
	'8-11': { answer: 72, control: 56, gap: 16 },
	'12-15': { answer: 48, control: 44, gap: 8 },
	'16-17': { answer: 48, control: 44, gap: 8 },
	easy: { answer: 120, control: 64, gap: 24 }
};
