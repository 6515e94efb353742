/** AnswerCard: with a picture, a step of a scale, words alone; one and many; chosen. */
import type { Examples } from '../example.ts';
import AnswerCard from './AnswerCard.svelte';

const onclick = () => undefined;
export const examples: Examples = (t) => [
	{
		name: 'picture',
		show: AnswerCard,
		props: { words: t('gallery:sample.good'), picture: 'face-good', chosen: false, onclick }
	},
	{
		name: 'chosen',
		show: AnswerCard,
		props: { words: t('gallery:sample.middle'), picture: 'face-middle', chosen: true, onclick }
	},
	{
		name: 'many',
		show: AnswerCard,
		props: { words: t('gallery:sample.teacher'), picture: 'teacher', mode: 'many', chosen: true, onclick }
	},
	{
		name: 'steps',
		show: AnswerCard,
		props: { words: t('gallery:sample.sometimes'), steps: { at: 2, of: 4 }, chosen: false, onclick }
	},
	{ name: 'words', show: AnswerCard, props: { words: t('gallery:sample.asked'), chosen: false, onclick } }
];
