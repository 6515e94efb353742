/** The first screen is drawn at build time and needs no framework in the browser: `enter.ts` brings the rest. */
import { createWords } from '$lib/i18n/words.svelte';
import { localeIds } from '$lib/journey/version';
import { loadPictures } from '$lib/ui/picture/drawn.svelte';

export const prerender = true;
export const csr = false;

/** Words for what is drawn whole, in each language of the first screen; and the pictures on it. */
export async function load() {
	await loadPictures(['help', 'phone', 'listen', 'helper', 'send']);
	const spoken = localeIds.map((locale) => createWords(locale, ['common', 'player', 'asking']));
	return { spoken: await Promise.all(spoken) };
}
