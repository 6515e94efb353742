/**
 * The start of the child's side in the browser, kept tiny. Guards the way out at once; then, when the page is quiet, fetches
 * the rest ahead without running it. It runs when something is pressed, or where something may be kept on this device.
 */
import { guardPage, leaveQuickly, neutralPage } from '../../lib/access/leave.ts';
import { markAway } from '../../lib/draft/away.ts';
import { mayHaveBegun } from '../../lib/draft/begun.ts';
import { FirstHelp } from './first-help.ts';
import { tapOf } from './first-moment.ts';

/** What `begin.ts` needs first, written in by the build (`tools/child-ahead.ts`): addresses, parted by spaces. */
const ahead = '__CHILD_AHEAD__';
const { dataset } = document.documentElement;
const first = document.getElementById('child');
const form = document.querySelector<HTMLFormElement>('form[data-leave]');
/** Where leaving leads: the authority's choice stands in the first screen's own form. */
const to = form?.action ?? new URL(neutralPage, location.href).href;

let leave = () => leaveQuickly({ to, forget: markAway });
guardPage(() => leave());
form?.addEventListener('submit', (event) => {
	event.preventDefault();
	leave();
});

const help = first && window.firstMoment ? new FirstHelp(first, window.firstMoment, () => leave()) : null;
if (window.firstMoment?.tap === 'advocate') help?.show('advocate');

/** How soon to try again by itself, in milliseconds; twice as long each time, up to a minute. */
let pause = 1_000;
let begun = false;
let offline = false;

/**
 * Runs the rest, once. Where it cannot be fetched the first screen says so to whoever pressed something; it is tried again by
 * itself, too: what is kept here must not wait for a press.
 */
async function begin(): Promise<void> {
	if (begun) return;
	begun = true;
	delete dataset['stuck'];
	try {
		const rest = await import('./begin.ts');
		await rest.begin({ to, onleave: (act) => (leave = act) });
		void keepOffline();
	} catch {
		begun = false;
		if (window.firstMoment?.tap) dataset['stuck'] = '';
		for (const waiting of document.querySelectorAll('[data-waiting]'))
			waiting.removeAttribute('data-waiting');
		setTimeout(() => void begin(), pause);
		pause = Math.min(pause * 2, 60_000);
	}
}

async function keepOffline(): Promise<void> {
	if (offline) return;
	offline = true;
	const keeping = await import('./offline.ts');
	await keeping.keepOffline();
	if (!begun) await keeping.letNewerVersionIn();
}

/** Nobody has pressed anything, and the page is quiet. */
async function quiet(): Promise<void> {
	if (begun) return;
	if (await mayHaveBegun()) return begin();
	for (const path of ahead.startsWith('/') ? ahead.split(' ') : []) {
		if (begun) return;
		// Only into the browser's cache: what is not run cannot get in the way of a finger.
		await fetch(path, { priority: 'low' }).catch(() => undefined);
	}
	await keepOffline();
}

document.addEventListener('click', (event) => {
	const tap = tapOf(event.target);
	if (tap === 'advocate') help?.show(tap);
	if (tap) void begin();
});
// A switch on the first screen, where nothing lights up yet: with a letter there is one thing to want.
document.addEventListener('keydown', (event) => {
	if (
		(event.key !== ' ' && event.key !== 'Enter') ||
		event.repeat ||
		document.activeElement !== document.body
	)
		return;
	document.querySelector<HTMLElement>('[data-letter] [data-tap="start"] button')?.click();
});
addEventListener('online', () => {
	if (window.firstMoment?.tap) void begin();
});
if (window.firstMoment?.tap) void begin();
else {
	const whenIdle = () =>
		'requestIdleCallback' in window
			? requestIdleCallback(() => void quiet(), { timeout: 2000 })
			: setTimeout(() => void quiet(), 200);
	if (document.readyState === 'complete') whenIdle();
	else addEventListener('load', whenIdle, { once: true });
}
