/** ShareChoice: closed and open. */
import type { Examples } from '../example.ts';
import ShareChoice from './ShareChoice.svelte';

export const examples: Examples = () => [
	{ name: 'closed', show: ShareChoice, props: { value: 'helpers' } },
	{ name: 'open', show: ShareChoice, props: { value: 'everyone', open: true } }
];
