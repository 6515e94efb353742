/** ChoiceRow: words, pictures, under each other. */
import type { Examples } from '../example.ts';
import ChoiceRow from './ChoiceRow.svelte';

export const examples: Examples = (t) => {
	const languages = [
		{ id: 'en', words: t('common:languageName.en'), lang: 'en' },
		{ id: 'cy', words: t('common:languageName.cy'), lang: 'cy' }
	];
	const ways = [
		{ id: 'draw', words: t('common:ways.myWay'), picture: 'draw' },
		{ id: 'skip', words: t('common:ways.skip'), picture: 'skip' }
	];
	return [
		{
			name: 'words',
			show: ChoiceRow,
			props: { label: t('gallery:language'), choices: languages, value: 'en' }
		},
		{
			name: 'pictures',
			show: ChoiceRow,
			props: { label: t('common:ways.label'), choices: ways, value: 'skip' }
		},
		{
			name: 'stacked',
			show: ChoiceRow,
			props: { label: t('gallery:language'), choices: languages, value: 'cy', stacked: true }
		}
	];
};
