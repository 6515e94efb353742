/**
 * How things look on this device: theme, size of the words, calm. None of it says who somebody is, so it is kept in the
 * open (`looks`), where the first screen finds it before anything else is there. Version and language go with the draft.
 */

/** Sizes of the words, in per cent of the device's own. */
export const sizes = [100, 125, 150, 175, 200, 250] as const;

/** The colours; `device`: as the device prefers. */
export const themes = ['device', 'light', 'dark', 'contrast'] as const;

/** One of the colour themes, or as the device has it. */
export type Theme = (typeof themes)[number];

interface Kept {
	readonly theme?: Theme;
	readonly size?: number;
	readonly calm?: boolean;
	readonly locale?: string;
}

function read(): Kept {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem('looks') ?? '{}');
		return typeof kept === 'object' && kept !== null ? kept : {};
	} catch {
		return {};
	}
}

/** The settings of this device, applied to the page as they are changed. */
export class Looks {
	#theme = $state<Theme>('device');
	#size = $state<number>(100);
	#calm = $state(false);
	#locale: string | undefined;

	constructor() {
		const { theme, size, calm, locale } = read();
		if (theme && themes.includes(theme)) this.#theme = theme;
		if (size && (sizes as readonly number[]).includes(size)) this.#size = size;
		this.#calm = calm === true;
		this.#locale = locale;
	}

	get theme(): Theme {
		return this.#theme;
	}
	set theme(theme: Theme) {
		this.#theme = theme;
		this.#apply();
	}
	/** One of `sizes`. */
	get size(): number {
		return this.#size;
	}
	set size(size: number) {
		this.#size = size;
		this.#apply();
	}
	/** Nothing moves. */
	get calm(): boolean {
		return this.#calm;
	}
	set calm(calm: boolean) {
		this.#calm = calm;
		this.#apply();
	}
	/** Remembers the language for the next first screen. */
	speak(locale: string): void {
		this.#locale = locale;
		this.#apply();
	}

	#apply(): void {
		const root = document.documentElement;
		if (this.#theme === 'device') delete root.dataset['theme'];
		else root.dataset['theme'] = this.#theme;
		root.style.fontSize = this.#size === 100 ? '' : `${this.#size}%`;
		if (this.#calm) root.dataset['calm'] = '';
		else delete root.dataset['calm'];
		const kept: Kept = {
			...(this.#theme === 'device' ? {} : { theme: this.#theme }),
			...(this.#size === 100 ? {} : { size: this.#size }),
			...(this.#calm ? { calm: true } : {}),
			...(this.#locale ? { locale: this.#locale } : {})
		};
		try {
			localStorage.setItem('looks', JSON.stringify(kept));
		} catch {
			// Storage may be forbidden: then it lasts as long as the page.
		}
	}
}
