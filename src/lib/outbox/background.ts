/**
 * Sending while no page is open (Background Sync, where the browser has it): asked for in a tab, done in the service worker.
 * What waits is sealed, so that it needs no key; what the browser is told is a tag that says nothing.
 */
import { askedRows } from '../draft/asked.ts';
import { outboxRows } from '../draft/store.ts';
import { openLine } from '../draft/tabs.ts';
import type { DeliveryParts } from './deliver.ts';
import * as requests from './requests-queue.ts';
import { sendRound } from './round.ts';
import * as views from './views-queue.ts';

/** What the browser is asked for, and says when it gives the turn. */
export const turn = 'keep';

/** Asks for a turn of the service worker once there is signal, also where every page is closed by then. Never throws. */
export async function wantTurn(): Promise<void> {
	try {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.sync?.register(turn);
	} catch {
		// No service worker, no Background Sync, or not allowed: what waits goes with the next page.
	}
}

/**
 * Sends what waits, in the service worker, what goes ahead of everything first. Throws where something still waits and no tab is
 * sending it: the browser then gives another turn later.
 */
export async function sendInBackground(parts: DeliveryParts): Promise<void> {
	const line = openLine(() => undefined);
	const told = () => Promise.resolve(line.tell({ say: 'outbox-changed' }));
	try {
		const first = await sendRound(requests.requestsQueue(parts, told));
		const then = await sendRound(views.viewsQueue(parts, told));
		const left =
			(first && (await askedRows()).some(requests.isOpen)) ||
			(then && (await outboxRows()).some(views.isOpen));
		if (left) throw new Error('Something still waits');
	} finally {
		line.close();
	}
}
