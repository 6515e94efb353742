/** Stones: at the start, in the middle of few and of many, and without a face. */
import type { Examples } from '../example.ts';
import Stones from './Stones.svelte';

export const examples: Examples = () => [
	{ name: 'first', show: Stones, props: { total: 8, at: 0 } },
	{ name: 'middle', show: Stones, props: { total: 8, at: 3 } },
	{ name: 'many', show: Stones, props: { total: 25, at: 12 } },
	{ name: 'plain', show: Stones, props: { total: 8, at: 7, face: null } }
];
