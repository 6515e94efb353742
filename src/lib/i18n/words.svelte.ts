/**
 * The words that people see, in the language they chose. The only importer of i18next. A language is whole: a key
 * without words shows as ⟦key⟧ and fails the tests, it is never filled from another language.
 */
import { createInstance, type i18n } from 'i18next';
import { createContext } from 'svelte';
import type { Key, Namespace, Params } from './keys.ts';
import { loadWords, type Whom } from './load.ts';
import type { WordTree } from './pseudo.ts';

/** Words in one language at a time. `locale`, `dir` and what `t` gives are reactive. */
export interface Words {
	/** The words for `key`, their `{{places}}` filled from `params`; `⟦key⟧` where there are none. */
	t(key: Key, params?: Params): string;
	/** BCP 47, for `lang`. */
	readonly locale: string;
	/** For `dir`. */
	readonly dir: 'ltr' | 'rtl';
	/** Speaks another language from now on. Resolves when its words are there; throws, unchanged, where it has none. */
	setLocale(locale: string): Promise<void>;
	/** Makes sure that the words of `namespaces` are there, in this and every later language. */
	need(namespaces: readonly Namespace[]): Promise<void>;
	/** Speaks to somebody else from now on, in this and every later language. Throws, unchanged, where words are not there. */
	speakTo(whom: Whom): Promise<void>;
}

class LoadedWords implements Words {
	#speaker: i18n;
	#namespaces = new Set<Namespace>();
	#whom: Whom = 'child';
	/** The words that are there, for whom is spoken to: `<language>/<namespace>`. */
	#held = new Set<string>();
	#locale = $state('');
	/** Raised when words arrive, so that what is shown is drawn again. */
	#arrived = $state(0);

	constructor(speaker: i18n, locale: string) {
		this.#speaker = speaker;
		this.#locale = locale;
	}

	get locale(): string {
		return this.#locale;
	}

	get dir(): 'ltr' | 'rtl' {
		return this.#speaker.dir(this.#locale);
	}

	/** Bound, so that it can be handed on alone. */
	t = (key: Key, params?: Params): string =>
		this.#arrived < 0 ? '' : this.#speaker.t(key, { ...params, lng: this.#locale });

	async setLocale(locale: string): Promise<void> {
		await this.#fetch(locale, [...this.#namespaces]);
		await this.#speaker.changeLanguage(locale);
		this.#locale = locale;
	}

	async need(namespaces: readonly Namespace[]): Promise<void> {
		await this.#fetch(this.#locale, namespaces);
		for (const namespace of namespaces) this.#namespaces.add(namespace);
		this.#arrived += 1;
	}

	async speakTo(whom: Whom): Promise<void> {
		if (whom === this.#whom) return;
		const fetched = await Promise.all(
			[...this.#namespaces].map(async (name) => [name, await loadWords(this.#locale, name, whom)] as const)
		);
		this.#whom = whom;
		// What another language said was said to somebody else: it is fetched anew once it is spoken.
		this.#held.clear();
		for (const [namespace, words] of fetched) this.#put(this.#locale, namespace, words);
		this.#arrived += 1;
	}

	async #fetch(locale: string, namespaces: readonly Namespace[]): Promise<void> {
		const missing = namespaces.filter((namespace) => !this.#held.has(`${locale}/${namespace}`));
		await Promise.all(
			missing.map(async (namespace) => {
				this.#put(locale, namespace, await loadWords(locale, namespace, this.#whom));
			})
		);
	}

	#put(locale: string, namespace: Namespace, words: WordTree): void {
		this.#speaker.addResourceBundle(locale, namespace, words);
		this.#held.add(`${locale}/${namespace}`);
	}
}

/** Words in `locale` with those of `namespaces` loaded. Throws where a file is missing. */
export async function createWords(locale: string, namespaces: readonly Namespace[]): Promise<Words> {
	const speaker = createInstance();
	await speaker.init({
		lng: locale,
		fallbackLng: false,
		load: 'currentOnly',
		initAsync: false,
		resources: {},
		ns: [],
		interpolation: { escapeValue: false },
		returnEmptyString: false,
		parseMissingKeyHandler: (key) => `⟦${key}⟧`
	});
	const words = new LoadedWords(speaker, locale);
	await words.need(namespaces);
	return words;
}

const [getWords, setWords, hasWords] = createContext<() => Words>();

/** Gives `words` to every component below this one. Call while a component is being set up. */
export function provideWords(words: () => Words): void {
	setWords(words);
}

/** The words given by a component above. Throws where none did: call `provideWords` in the page or its layout. */
export function useWords(): Words {
	if (!hasWords())
		throw new Error('No words here: call provideWords(() => words) in the page or layout above');
	const words = getWords();
	return {
		t: (key, params) => words().t(key, params),
		get locale() {
			return words().locale;
		},
		get dir() {
			return words().dir;
		},
		setLocale: (locale) => words().setLocale(locale),
		need: (namespaces) => words().need(namespaces),
		speakTo: (whom) => words().speakTo(whom)
	};
}
