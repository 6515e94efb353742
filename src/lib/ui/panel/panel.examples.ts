/** Panel: plain and tinted. */
import type { Examples } from '../example.ts';
import Panel from './Panel.svelte';

export const examples: Examples = (t) => [
	{
		name: 'plain',
		show: Panel,
		props: { title: t('gallery:sample.who2'), level: 3 },
		text: t('gallery:sample.whoText')
	},
	{
		name: 'tinted',
		show: Panel,
		props: { title: t('gallery:sample.noticeTitle'), level: 3, tint: 'sun' },
		text: t('gallery:sample.notice')
	}
];
