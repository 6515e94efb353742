/** Button: every kind, and how it stands with a picture, pressed and disabled. */
import type { Examples } from '../example.ts';
import Button from './Button.svelte';

export const examples: Examples = (t) => [
	{ name: 'primary', show: Button, props: { kind: 'primary' }, text: t('common:next') },
	{ name: 'plain', show: Button, text: t('common:putAway') },
	{ name: 'picture', show: Button, props: { picture: 'put-away' }, text: t('common:putAway') },
	{
		name: 'under',
		show: Button,
		props: { picture: 'dont-know', words: 'under' },
		text: t('common:ways.dontKnow')
	},
	{ name: 'heard', show: Button, props: { picture: 'hear', words: 'heard' }, text: t('common:hear') },
	{ name: 'pressed', show: Button, props: { picture: 'skip', pressed: true }, text: t('common:ways.skip') },
	{ name: 'quiet', show: Button, props: { kind: 'quiet' }, text: t('common:change') },
	{ name: 'disabled', show: Button, props: { disabled: true }, text: t('common:save') },
	{ name: 'leave', show: Button, props: { kind: 'leave', picture: 'leave' }, text: t('common:leave') },
	{
		name: 'advocate',
		show: Button,
		props: { kind: 'advocate', picture: 'advocate' },
		text: t('common:advocate')
	},
	{
		name: 'wide',
		show: Button,
		props: { kind: 'primary', wide: true, picture: 'send' },
		text: t('gallery:sample.answerWishes')
	}
];
