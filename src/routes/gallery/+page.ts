/** The gallery of components: in development, and in builds made for the tests (`VITE_GALLERY=1`); elsewhere not there. */
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const ssr = false;
export const prerender = false;

export const load: PageLoad = async ({ url }) => {
	// Constant where it is built, so that an ordinary build does not even carry the chunk.
	if (import.meta.env.DEV || import.meta.env['VITE_GALLERY'] === '1') {
		const [{ default: Gallery }, { createWords }] = await Promise.all([
			import('./Gallery.svelte'),
			import('$lib/i18n/words.svelte')
		]);
		const ask = (name: string, usual: string) => url.searchParams.get(name) ?? usual;
		const locale = ask('lang', 'en');
		return {
			Gallery,
			words: await createWords(locale, ['common', 'drawing', 'gallery', 'inbox', 'kinds', 'player']),
			look: ask('look', '4-7'),
			theme: ask('theme', 'light'),
			only: ask('only', ''),
			screen: ask('screen', ''),
			calm: url.searchParams.has('calm')
		};
	}
	error(404);
};
