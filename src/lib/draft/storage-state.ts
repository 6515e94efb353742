/**
 * What the browser promises about what is kept here, and whether it kept its word. A browser that clears a site takes its
 * databases; the mark in local storage is what often remains, and says that there was something.
 */
import { mayHaveBegun } from './begun.ts';

/** The truth about this device's storage, as far as the browser tells it. */
export interface StorageState {
	/** Whether it keeps what is here until a person deletes it; null where it does not say. */
	readonly promised: boolean | null;
	/** Bytes that are left to this app; null where it does not say. */
	readonly room: number | null;
}

const mark = 'begun';

/** What the browser says now. Never throws. */
export async function storageState(): Promise<StorageState> {
	try {
		const [promised, { quota, usage }] = await Promise.all([
			navigator.storage.persisted(),
			navigator.storage.estimate()
		]);
		return { promised, room: quota === undefined ? null : Math.max(0, quota - (usage ?? 0)) };
	} catch {
		return { promised: null, room: null };
	}
}

/** Marks that something is kept here from now on. */
export function markBegun(): void {
	try {
		localStorage.setItem(mark, '1');
	} catch {
		// A browser that keeps nothing here cannot be caught forgetting.
	}
}

/** Whether something was kept here and the browser has cleared it since. Asked before anything is opened or made. */
export async function wasCleared(): Promise<boolean> {
	try {
		return localStorage.getItem(mark) !== null && !(await mayHaveBegun());
	} catch {
		return false;
	}
}
