/** Toast: as it stands at the foot of the desk. */
import type { Examples } from '../example.ts';
import Toast from './Toast.svelte';

export const examples: Examples = (t) => [
	{
		name: 'toast',
		show: Toast,
		props: { words: t('gallery:sample.toast'), close: t('common:close'), onclose: () => undefined },
		screen: true
	}
];
