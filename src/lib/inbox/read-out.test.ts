/** What was read out stays marked on this computer, under ids alone, and a store that fails loses nothing else. */
import { describe, expect, it } from 'vitest';
import type { ViewId } from '../base/ids.ts';
import { ReadOut, type ReadOutStore } from './read-out.svelte.ts';

const vid = 'AAAAAAAAAAAAAAAAAAAAAA' as ViewId;

function memory(first: Record<string, string> = {}) {
	const kept = new Map(Object.entries(first));
	const store: ReadOutStore = {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value)
	};
	return { kept, store };
}

describe('read out', () => {
	it('is marked, unmarked and kept', () => {
		const { store } = memory();
		const marks = new ReadOut(vid, store);
		marks.set('wishes', true);
		marks.set('today', true);
		marks.set('today', false);
		expect(marks.count).toBe(1);
		expect(new ReadOut(vid, store).has('wishes')).toBe(true);
		expect(new ReadOut(vid, store).has('today')).toBe(false);
	});

	it('is apart for other views', () => {
		const { store } = memory();
		new ReadOut(vid, store).set('wishes', true);
		expect(new ReadOut('BBBBBBBBBBBBBBBBBBBBBA' as ViewId, store).count).toBe(0);
	});

	it('takes nonsense for nothing and works without a store', () => {
		for (const nonsense of ['{', '3', '{"a":1}', '[1,null]'])
			expect(new ReadOut(vid, memory({ [`read-out.${vid}`]: nonsense }).store).count).toBe(0);
		const full: ReadOutStore = {
			getItem: () => null,
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			}
		};
		for (const store of [null, full]) {
			const marks = new ReadOut(vid, store);
			marks.set('wishes', true);
			expect(marks.has('wishes')).toBe(true);
		}
	});
});
