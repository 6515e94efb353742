/**
 * What a press or a key means to somebody who listens: an answer is heard by the first press and chosen by the second; what the
 * keyboard reaches is heard; a card that changes says itself. Hearing is never choosing, and never stands in the way of it.
 */
import type { Narrator } from './narrator.svelte.ts';

/** An answer to choose (`ui/answers`). */
const answer = '[data-answer]';

/** What asks for reading aloud itself (`Hear.svelte`, the settings of it). */
const hears = '[data-hears]';

/** Something that a press does something with. */
const acts = 'button, a, label, input, summary';

/** Something whose words change while the screen stays (the card to sort). */
const tells = '[data-tells]';

/**
 * Listens to the page until the function it gives is called. Only a finger or a pointer makes the first press a hearing one:
 * a keyboard, a switch and a screen reader choose at once, because what they choose was heard on the way there.
 */
export function listenTo(narrator: Narrator): () => void {
	const until = new AbortController();
	const { signal } = until;
	/** The answer that was heard last: the next press chooses it. */
	let heard: Element | null = null;
	let byKey = false;

	addEventListener('pointerup', () => narrator.allow(), { capture: true, signal });
	addEventListener('pointerdown', () => (byKey = false), { capture: true, signal });
	addEventListener('keydown', () => (byKey = true), { capture: true, signal });
	addEventListener(
		'click',
		(event) => {
			if (!(event.target instanceof Element) || event.target.closest(hears)) return;
			// Whoever does something has heard enough: nothing is said into a recording, or over another voice.
			if (event.target.closest(acts)) narrator.stop();
			// A press by key or by program has no detail.
			if (event.detail === 0) return;
			const pressed = event.target.closest(answer);
			if (!pressed || !narrator.automatic) return;
			if (pressed === heard || pressed.getAttribute('aria-pressed') === 'true') {
				heard?.removeAttribute('data-next');
				heard = null;
				return;
			}
			event.preventDefault();
			event.stopImmediatePropagation();
			heard?.removeAttribute('data-next');
			heard = pressed;
			// Seen, too: the answer that the next press chooses.
			pressed.setAttribute('data-next', '');
			void narrator.read([pressed]);
		},
		{ capture: true, signal }
	);
	addEventListener(
		'focusin',
		(event) => {
			const { target } = event;
			if (!byKey || !narrator.automatic || !(target instanceof Element)) return;
			if (target.matches('button, a, input, summary'))
				void narrator.read([target.matches('input') ? (target.closest('label') ?? target) : target]);
		},
		{ signal }
	);
	// Nobody listens to a page that is not seen, or that is covered by leaving; and two voices at once are none.
	const hush = () => narrator.stop();
	document.addEventListener('visibilitychange', () => document.hidden && hush(), { signal });
	addEventListener('pagehide', hush, { signal });
	addEventListener('play', hush, { capture: true, signal });
	const changes = new MutationObserver((records) => {
		const changed = records
			.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(tells))
			.find((element) => element != null);
		if (changed && narrator.automatic) void narrator.read([changed]);
	});
	changes.observe(document.body, { subtree: true, childList: true, characterData: true });
	signal.addEventListener('abort', () => changes.disconnect());
	return () => {
		until.abort();
		narrator.stop();
	};
}
