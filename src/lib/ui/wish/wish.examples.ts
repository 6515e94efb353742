/** WishField: one wish written. */
import type { Examples } from '../example.ts';
import WishExample from './WishExample.svelte';

export const examples: Examples = () => [{ name: 'one', show: WishExample }];
