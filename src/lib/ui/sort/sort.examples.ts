/** SortTray: in the middle of sorting. */
import type { Examples } from '../example.ts';
import SortExample from './SortExample.svelte';

export const examples: Examples = () => [{ name: 'sorting', show: SortExample }];
