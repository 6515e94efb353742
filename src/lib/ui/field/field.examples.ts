/** Field and TextArea: plain, with help, with something to mend, with a child's own words. */
import type { Examples } from '../example.ts';
import Field from './Field.svelte';
import TextArea from './TextArea.svelte';

export const examples: Examples = (t) => [
	{
		name: 'field',
		show: Field,
		props: { label: t('gallery:sample.name'), help: t('gallery:sample.nameHelp'), value: '' }
	},
	{
		name: 'problem',
		show: Field,
		props: { label: t('gallery:sample.name'), problem: t('gallery:sample.problem'), value: '' }
	},
	{
		name: 'optional',
		show: Field,
		props: {
			label: t('gallery:sample.age'),
			optional: t('common:optional'),
			type: 'number',
			length: 2,
			value: '9'
		}
	},
	{
		name: 'area',
		show: TextArea,
		props: { label: t('gallery:sample.own'), value: t('gallery:sample.words') }
	}
];
