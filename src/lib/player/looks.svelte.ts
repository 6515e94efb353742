/**
 * The settings of whoever is at this page, applied to it as they change. Kept twice: with the child's own sealed draft, whole
 * (the route joins the two), and what says only how it looks in the open (`looks`), where the first screen finds it before
 * anything else is there (`src/app.html`).
 */
import {
	keptSettings,
	marks,
	marksOf,
	openSettings,
	readSettings,
	unset,
	type KeptSettings,
	type Settings
} from '../access/settings.ts';

const key = 'looks';

function kept(): Record<string, unknown> {
	try {
		const found: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
		return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

/** One for a page. */
export class Looks {
	/** Told of every change of a setting, with all that is to be kept. */
	onchange: ((kept: KeptSettings) => void) | null = null;
	#now = $state.raw<Settings>(unset);
	#locale: string | undefined;
	#chosenHere = false;

	constructor() {
		const found = kept();
		this.#now = readSettings(found);
		if (typeof found['locale'] === 'string') this.#locale = found['locale'];
	}

	/** All of them. A new object after each change. */
	get now(): Settings {
		return this.#now;
	}
	/** Nothing may sound by itself. */
	get quiet(): boolean {
		return this.#now.calm || this.#now.silent;
	}
	/** What is to be kept with a draft. */
	get kept(): KeptSettings {
		return keptSettings(this.#now);
	}

	/** Changes some: shown at once, kept at once. */
	set(change: Partial<Settings>): void {
		this.#chosenHere = true;
		this.#now = { ...this.#now, ...change };
		this.#apply();
		this.onchange?.(this.kept);
	}
	/** As before anybody chose anything. */
	reset(): void {
		this.set(unset);
	}
	/**
	 * Those of a child whose draft has been opened; null where it has none. What was chosen at this page before is added; what
	 * lay open on the device from before is not: it may be somebody else's. Gives what the draft should have, where that differs.
	 */
	bring(found: KeptSettings | null, isNew: boolean): KeptSettings | null {
		const before = found ?? {};
		if (!(isNew && found === null))
			this.#now = readSettings(this.#chosenHere ? { ...before, ...this.kept } : before);
		this.#apply();
		const { kept } = this;
		return JSON.stringify(kept) === JSON.stringify(keptSettings(readSettings(before))) ? null : kept;
	}
	/** Remembers the language for the next first screen. */
	speak(locale: string): void {
		this.#locale = locale;
		this.#apply();
	}
	/** The next first screen on this device is as the device has it; the language stays. This page does not change any more. */
	forget(): void {
		this.#keep({ ...(this.#locale ? { locale: this.#locale } : {}) });
	}

	#apply(): void {
		const { dataset, style } = document.documentElement;
		const { size } = this.#now;
		const now = marksOf(this.#now);
		for (const mark of marks) {
			const value = now[mark];
			if (value === undefined) delete dataset[mark];
			else dataset[mark] = value;
		}
		style.fontSize = size === 100 ? '' : `${size}%`;
		this.#keep({
			...openSettings(this.#now),
			...(Object.keys(now).length ? { marks: now } : {}),
			...(this.#locale ? { locale: this.#locale } : {})
		});
	}

	#keep(found: Readonly<Record<string, unknown>>): void {
		try {
			localStorage.setItem(key, JSON.stringify(found));
		} catch {
			// Storage may be forbidden: then it lasts as long as the page.
		}
	}
}
