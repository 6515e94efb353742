/** WaysRow: three ways, two ways, one of them chosen. */
import type { Examples } from '../example.ts';
import WaysRow from './WaysRow.svelte';

const press = () => undefined;
export const examples: Examples = () => [
	{ name: 'three', show: WaysRow, props: { ondontknow: press, onskip: press, onmyway: press } },
	{ name: 'two', show: WaysRow, props: { ondontknow: press, onskip: press, chosen: 'skip' } }
];
