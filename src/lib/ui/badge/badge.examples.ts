/** Badge: plain, tinted, with a picture. */
import type { Examples } from '../example.ts';
import Badge from './Badge.svelte';

export const examples: Examples = (t) => [
	{ name: 'plain', show: Badge, text: t('gallery:sample.asked2') },
	{ name: 'new', show: Badge, props: { tint: 'ink' }, text: t('gallery:sample.new') },
	{
		name: 'opened',
		show: Badge,
		props: { tint: 'leaf', picture: 'opened' },
		text: t('gallery:sample.opened')
	}
];
