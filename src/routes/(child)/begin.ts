/**
 * After the first screen: takes over what was pressed meanwhile, goes on with an open draft or waits for the first press,
 * and puts the child's side in the place of the first screen. Everything heavy hangs on this file.
 */
import { leaveQuickly } from '$lib/access/leave';
import { lettersOf, loadLetters } from '$lib/ui/letters/letters';
import { flushSync, mount, unmount } from 'svelte';
import Child from './Child.svelte';
import { ChildSession } from './child-session.svelte.ts';
import { endFirstHelp, takeFirstMoment, tapOf, type FirstTap } from './first-moment.ts';

/** What the start hands over. */
export interface Beginning {
	/** Where leaving leads. */
	readonly to: string;
	/** From now on leaving does this. */
	readonly onleave: (leave: () => void) => void;
}

/** Begins. Called once. */
export async function begin({ to, onleave }: Beginning): Promise<void> {
	const first = document.getElementById('child');
	const session = await ChildSession.create();
	const leave = () => leaveQuickly({ to, forget: () => session.forget() });
	onleave(leave);
	const { look = '', font } = document.documentElement.dataset;
	void loadLetters(lettersOf(look, font), 'andika');

	/** Takes the child's side away again; null while the first screen stands. */
	let end: (() => void) | null = null;
	const show = (tap: FirstTap | null, press = '') => {
		if (end || !first) return;
		endFirstHelp(first);
		const place = document.createElement('div');
		first.replaceWith(place);
		const child = mount(Child, { target: place, props: { session, leave, tap, onfirst: () => end?.() } });
		end = () => {
			end = null;
			void unmount(child);
			place.replaceWith(first);
			const from = tap === 'unsafe' ? 'advocate' : (tap ?? 'start');
			first.querySelector<HTMLElement>(`[data-tap='${from}'] button`)?.focus();
		};
		if (press === '') return;
		// Pressed on the page of help, which is the same one: now there is somebody to hear it.
		flushSync();
		[...place.querySelectorAll('button')].find(({ textContent }) => textContent === press)?.click();
	};
	const { letter, tap, press } = takeFirstMoment();
	const start = async (pressed: FirstTap, again = '') => {
		const spoken = document.documentElement.lang;
		if (spoken !== session.words.locale) await session.speak(spoken);
		if ((pressed === 'start' || pressed === 'advocate') && letter) void session.openFragment(letter);
		else if (pressed === 'start' || pressed === 'words') session.typeWords();
		else if (pressed === 'places') session.toPlaces();
		show(pressed, again);
	};
	first?.addEventListener('click', (event) => {
		const pressed = tapOf(event.target);
		if (pressed) void start(pressed);
	});
	if (tap) await start(tap, press);
	else if (!letter && (await session.resume())) show(null);
	for (const waiting of first?.querySelectorAll('[data-waiting]') ?? [])
		waiting.removeAttribute('data-waiting');
}
