/**
 * After the first screen: takes over what was pressed meanwhile, goes on with an open draft or waits for the first press,
 * and puts the child's side in the place of the first screen. Everything heavy hangs on this file.
 */
import { guardPage, leaveQuickly } from '$lib/access/leave';
import { lettersOf, loadLetters } from '$lib/ui/letters/letters';
import { mount } from 'svelte';
import Child from './Child.svelte';
import { ChildSession } from './child-session.svelte.ts';
import { takeFirstMoment, tapOf, type FirstTap } from './first-moment.ts';
import { keepOffline } from './offline.ts';

/** Where leaving leads: the authority's choice stands in the first screen's own form. */
const leaveTo = (): string =>
	document.querySelector<HTMLFormElement>('form[data-leave]')?.action ??
	new URL('/neutral', location.href).href;

/** Begins. Called once. */
export async function begin(): Promise<void> {
	const to = leaveTo();
	const session = await ChildSession.create();
	const leave = () => leaveQuickly({ to, forget: () => session.forget() });
	guardPage(leave);
	void loadLetters(lettersOf(document.documentElement.dataset['look'] ?? ''), 'andika');

	let shown = false;
	const show = (tap: FirstTap | null) => {
		if (shown) return;
		shown = true;
		document.removeEventListener('click', pressed);
		const place = document.getElementById('child');
		if (!place) return;
		place.replaceChildren();
		place.className = '';
		mount(Child, { target: place, props: { session, leave, tap } });
	};
	const pressed = (event: MouseEvent) => {
		const tap = tapOf(event.target);
		if (tap) void start(tap);
	};
	const start = async (tap: FirstTap) => {
		const spoken = document.documentElement.lang;
		if (spoken !== session.words.locale) await session.speak(spoken);
		if (tap === 'start' && letter) void session.openFragment(letter);
		else if (tap === 'start' || tap === 'words') session.typeWords();
		show(tap);
	};

	addEventListener('hashchange', () => {
		// A letter scanned while this page is open: out of the address first, then a clean start with it.
		if (location.hash.startsWith('#v')) location.reload();
	});

	const { letter, tap } = takeFirstMoment();
	document.addEventListener('click', pressed);
	if (tap) await start(tap);
	else if (!letter && (await session.resume())) show(null);
	void keepOffline();
}
