/**
 * After the first screen: takes over what was pressed meanwhile, goes on with an open draft or waits for the first press,
 * and puts the child's side in the place of the first screen. Everything heavy hangs on this file.
 */
import { guardPage, leaveQuickly } from '$lib/access/leave';
import { lettersOf, loadLetters } from '$lib/ui/letters/letters';
import { mount, unmount } from 'svelte';
import Child from './Child.svelte';
import { ChildSession } from './child-session.svelte.ts';
import { takeFirstMoment, tapOf, type FirstTap } from './first-moment.ts';
import { keepOffline } from './offline.ts';

/** The first screen, and how to leave from it: where to is the authority's choice and stands in its form. */
function firstScreen() {
	const screen = document.getElementById('child');
	const form = document.querySelector<HTMLFormElement>('form[data-leave]');
	return { screen, form, to: form?.action ?? new URL('/neutral', location.href).href };
}

/** Begins. Called once. */
export async function begin(): Promise<void> {
	const { screen, form, to } = firstScreen();
	const session = await ChildSession.create();
	const leave = () => leaveQuickly({ to, forget: () => session.forget() });
	guardPage(leave);
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		leave();
	});
	void loadLetters(lettersOf(document.documentElement.dataset['look'] ?? ''), 'andika');

	/** Takes the child's side away again; null while the first screen stands. */
	let end: (() => void) | null = null;
	const show = (tap: FirstTap | null) => {
		if (end || !screen) return;
		const place = document.createElement('div');
		screen.hidden = true;
		screen.after(place);
		const child = mount(Child, { target: place, props: { session, leave, tap, onfirst: () => end?.() } });
		end = () => {
			end = null;
			void unmount(child);
			place.remove();
			screen.hidden = false;
			screen.querySelector<HTMLElement>(`[data-tap='${tap ?? 'start'}'] button`)?.focus();
		};
	};
	const { letter, tap } = takeFirstMoment();
	const start = async (pressed: FirstTap) => {
		const spoken = document.documentElement.lang;
		if (spoken !== session.words.locale) await session.speak(spoken);
		if (pressed === 'start' && letter) void session.openFragment(letter);
		else if (pressed === 'start' || pressed === 'words') session.typeWords();
		show(pressed);
	};
	screen?.addEventListener('click', (event) => {
		const pressed = tapOf(event.target);
		if (pressed) void start(pressed);
	});
	if (tap) await start(tap);
	else if (!letter && (await session.resume())) show(null);
	for (const waiting of document.querySelectorAll('[data-waiting]')) waiting.removeAttribute('data-waiting');
	void keepOffline();
}
