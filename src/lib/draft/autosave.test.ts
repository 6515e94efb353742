import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../base/result.ts';
import { Autosave, paces, type Saving } from './autosave.ts';

/** A disk that acknowledges each write only when it is told to. */
class SlowDisk {
	readonly written: string[] = [];
	#answers: ((result: Result<null, 'full'>) => void)[] = [];

	write = (state: string): Promise<Result<null, 'full'>> => {
		this.written.push(state);
		return new Promise((resolve) => this.#answers.push(resolve));
	};

	async answer(result: Result<null, 'full'> = { ok: true, value: null }): Promise<void> {
		this.#answers.shift()?.(result);
		await vi.advanceTimersByTimeAsync(0);
	}
}

const full: Result<null, 'full'> = { ok: false, reason: 'full' };

describe('autosave', () => {
	let disk: SlowDisk;
	let heard: Saving<'full'>[];
	let autosave: Autosave<string, 'full'>;

	beforeEach(() => {
		vi.useFakeTimers();
		disk = new SlowDisk();
		heard = [];
		autosave = new Autosave(disk.write, (saving) => heard.push(saving));
	});
	afterEach(() => vi.useRealTimers());

	it('writes at once after a choice, and says kept only when the disk has it', async () => {
		void autosave.save('a', 'now');
		expect(disk.written).toEqual(['a']);
		expect(autosave.saving).toEqual({ is: 'keeping' });
		await disk.answer();
		expect(autosave.saving).toEqual({ is: 'kept' });
	});

	it('waits a moment while somebody types', async () => {
		void autosave.save('a', 'soon');
		await vi.advanceTimersByTimeAsync(paces.rest - 1);
		expect(disk.written).toEqual([]);
		await vi.advanceTimersByTimeAsync(1);
		expect(disk.written).toEqual(['a']);
	});

	it('writes within two seconds of the first unkept letter however long somebody goes on typing', async () => {
		expect(paces.longest).toBeLessThan(2000);
		for (let at = 0; at < paces.longest; at += 100) {
			void autosave.save(`typed until ${at}`, 'soon');
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(disk.written.length).toBeGreaterThan(0);
	});

	it('never writes twice at a time, and never leaves the last state out', async () => {
		void autosave.save('a', 'now');
		void autosave.save('b', 'now');
		void autosave.save('c', 'now');
		expect(disk.written).toEqual(['a']);
		await disk.answer();
		expect(disk.written).toEqual(['a', 'c']);
		expect(autosave.saving).toEqual({ is: 'keeping' });
		await disk.answer();
		expect(autosave.saving).toEqual({ is: 'kept' });
	});

	it('keeps what is saved from within the news that something was kept', async () => {
		const nested: Autosave<string, 'full'> = new Autosave(disk.write, ({ is }) => {
			if (is === 'kept' && !disk.written.includes('b')) void nested.save('b', 'now');
		});
		void nested.save('a', 'now');
		await disk.answer();
		expect(disk.written).toEqual(['a', 'b']);
	});

	it('says so when there is no room, and tries again until there is', async () => {
		const told = autosave.save('a', 'now');
		await disk.answer(full);
		expect(await told).toEqual({ is: 'not-kept', reason: 'full' });
		await vi.advanceTimersByTimeAsync(paces.again);
		expect(disk.written).toEqual(['a', 'a']);
		await disk.answer();
		expect(autosave.saving).toEqual({ is: 'kept' });
	});

	it('tells whoever saved once that state, or a newer one, is kept', async () => {
		const told = vi.fn();
		void autosave.save('a', 'now').then(told);
		void autosave.save('b', 'soon');
		await disk.answer();
		expect(told).not.toHaveBeenCalled();
		await disk.answer();
		expect(told).toHaveBeenCalledWith({ is: 'kept' });
	});

	it('flushes what waits, and has nothing to do afterwards', async () => {
		void autosave.save('a', 'soon');
		const flushed = autosave.flush();
		await disk.answer();
		await flushed;
		await vi.advanceTimersByTimeAsync(paces.again);
		expect(disk.written).toEqual(['a']);
	});

	it('lets go of what waits when another tab writes', async () => {
		void autosave.save('a', 'soon');
		autosave.stop();
		await vi.advanceTimersByTimeAsync(paces.again);
		expect(disk.written).toEqual([]);
	});
});
