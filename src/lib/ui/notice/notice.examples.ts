/** Notice: plain, tinted, with a title and a picture. */
import type { Examples } from '../example.ts';
import Notice from './Notice.svelte';

export const examples: Examples = (t) => [
	{ name: 'plain', show: Notice, text: t('gallery:sample.letterThree') },
	{
		name: 'picture',
		show: Notice,
		props: { picture: 'help', tint: 'sun' },
		text: t('gallery:sample.letterThree')
	},
	{
		name: 'title',
		show: Notice,
		props: { picture: 'lock', tint: 'sky', title: t('gallery:sample.noticeTitle') },
		text: t('gallery:sample.notice')
	}
];
