/** The desk lives in the browser: its keys are there and nowhere else. Nothing of it is rendered on the server. */
import { keptLocale } from '$lib/desk/frame/preferences.svelte';
import { createWords } from '$lib/i18n/words.svelte';
import { loadLetters } from '$lib/ui/letters/letters';

export const ssr = false;
export const prerender = false;

export const load = async () => {
	const words = await createWords(keptLocale(), [
		'common',
		'desk',
		'vault',
		'requests',
		'inbox',
		'kinds',
		'made',
		'gathering',
		'duty'
	]);
	void loadLetters('atkinson', 'andika');
	return { words };
};
