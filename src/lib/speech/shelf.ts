/**
 * Where banks are kept on the device: in memory while they are used, and in the browser's store of files, so that what one
 * journey says is there without signal. The store holds what everybody's does: nothing in it is about a child.
 */
import addresses from 'virtual:narration';
import type { Whom } from '../i18n/load.ts';
import { Bank } from './bank.ts';

/** How much is said on the screens around a journey. */
export type Voice = 'short' | 'plain' | 'full';

/** What is spoken: a language, how much is said, and the journey and version once a letter is open. */
export interface Spoken {
	readonly locale: string;
	readonly voice: Voice;
	readonly look: string;
	readonly journey: string | null;
	readonly whom: Whom;
}

const store = 'narration-1';
const held = new Map<string, Promise<Bank | null>>();

/** The names of the banks for `spoken`, the most wanted first; none in a language that has no voice. */
export const banksFor = ({ locale, voice, look, journey, whom }: Spoken): readonly string[] =>
	[
		`${locale}/around-${voice}`,
		...(journey === null ? [] : [`${locale}/${journey}-${look}`]),
		...(whom === 'grown-up' ? [`${locale}/grown-up`] : []),
		`${locale}/beside-${voice}`
	].filter((name) => Object.hasOwn(addresses, name));

/** The file at `address`: from the store, else fetched and put there. Null where it cannot be had. */
async function file(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
	const kept = 'caches' in globalThis ? await caches.open(store).catch(() => null) : null;
	const found = await kept?.match(address);
	if (found) return new Uint8Array(await found.arrayBuffer());
	const response = await fetch(address, { credentials: 'omit', redirect: 'error' }).catch(() => null);
	if (!response?.ok) return null;
	// A full disk keeps nothing: it is still heard now.
	await kept?.put(address, response.clone()).catch(() => undefined);
	return new Uint8Array(await response.arrayBuffer());
}

/** The bank called `name`, or null where it cannot be had now. Asked again, it is tried again. */
export function takeBank(name: string): Promise<Bank | null> {
	const address = addresses[name];
	if (address === undefined) return Promise.resolve(null);
	const open = held.get(name);
	if (open) return open;
	const taken = file(address)
		.then((bytes) => (bytes ? new Bank(bytes) : null))
		.catch(() => null);
	held.set(name, taken);
	void taken.then((bank) => {
		if (!bank) held.delete(name);
	});
	return taken;
}

/** Takes what is not for `names` off the device: one journey's banks at a time. */
export async function keepOnly(names: readonly string[]): Promise<void> {
	for (const name of held.keys()) if (!names.includes(name)) held.delete(name);
	if (!('caches' in globalThis)) return;
	const wanted = new Set(names.map((name) => addresses[name]));
	const kept = await caches.open(store);
	for (const request of await kept.keys())
		if (!wanted.has(new URL(request.url).pathname)) await kept.delete(request);
}
