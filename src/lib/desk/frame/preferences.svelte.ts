/** How the desk looks and speaks on this computer: kept here, nowhere else, and nothing about anybody. */
import type { LocaleId } from '../../journey/version.ts';

/** `auto` follows the computer. */
export const themes = ['auto', 'light', 'dark', 'contrast'] as const;

/** A theme of the desk. */
export type Theme = (typeof themes)[number];

const places = { theme: 'desk.theme', locale: 'desk.locale' } as const;

function read(place: string): string | null {
	try {
		return localStorage.getItem(place);
	} catch {
		return null;
	}
}

function write(place: string, value: string): void {
	try {
		localStorage.setItem(place, value);
	} catch {
		// A browser that keeps nothing asks again next time.
	}
}

/** The theme chosen here, else `auto`. */
export const keptTheme = (): Theme => themes.find((theme) => theme === read(places.theme)) ?? 'auto';

/** Shows the desk in `theme` from now on. */
export function useTheme(theme: Theme): void {
	write(places.theme, theme);
	if (theme === 'auto') delete document.documentElement.dataset['theme'];
	else document.documentElement.dataset['theme'] = theme;
}

/** The language chosen here, else the browser's where it is Welsh, else English. */
export function keptLocale(): LocaleId {
	const kept = read(places.locale) ?? navigator.languages.find((code) => /^(cy|en)\b/.test(code)) ?? 'en';
	return kept.startsWith('cy') ? 'cy' : 'en';
}

/** Speaks `locale` on this computer from now on. */
export const keepLocale = (locale: LocaleId): void => write(places.locale, locale);
