/** Dialog: behind a button, and open. */
import type { Examples } from '../example.ts';
import DialogExample from './DialogExample.svelte';

export const examples: Examples = () => [
	{ name: 'closed', show: DialogExample },
	{ name: 'open', show: DialogExample, props: { open: true }, screen: true }
];
