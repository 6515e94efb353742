/** Page: whole screens, one of each kind of question. */
import type { Examples } from '../example.ts';
import PageExample from './PageExample.svelte';

export const examples: Examples = () =>
	(['faces', 'scale', 'people', 'sort', 'own', 'wish', 'sign', 'letter'] as const).map((show) => ({
		name: show,
		show: PageExample,
		props: { show },
		screen: true
	}));
