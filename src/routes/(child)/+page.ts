/** The first screen is drawn at build time and needs no framework in the browser: `enter.ts` brings the rest. */
import { createWords } from '$lib/i18n/words.svelte';

export const prerender = true;
export const csr = false;

/** Words for what is drawn whole, in each language of the first screen. */
export const load = async () => ({
	spoken: await Promise.all(['en', 'cy'].map((locale) => createWords(locale, ['common', 'player', 'asking'])))
});
