/**
 * The pages for an advocate and for "I am not safe", shown at once to whoever presses for one while the rest is on its way. They are
 * the player's own (`FirstHelp.svelte`): what is pressed on them is noted, and pressed again once the real one stands there.
 */
import { wayOut } from '../../lib/access/leave.ts';
import { endFirstHelp } from './first-moment.ts';

/** The two. */
type Help = 'advocate' | 'unsafe';

/** Shows help in the place of the first screen, if `moment` is its own to note. `leave` is what the way out does by keyboard. */
export class FirstHelp {
	readonly #first: HTMLElement;
	readonly #moment: NonNullable<Window['firstMoment']>;
	readonly #leave: () => void;

	constructor(first: HTMLElement, moment: NonNullable<Window['firstMoment']>, leave: () => void) {
		this.#first = first;
		this.#moment = moment;
		this.#leave = leave;
	}

	/** Shows `help`, unless the real page is about to come anyway: with a letter, or once everything has been fetched. */
	show(help: Help): void {
		const { letter, taken } = this.#moment;
		const { lang, dataset } = document.documentElement;
		const drawn = this.#first.querySelector<HTMLTemplateElement>(
			`template[data-help=${help}][lang=${CSS.escape(lang)}]`
		);
		if (taken || letter || !drawn) return;
		endFirstHelp(this.#first);
		const page = document.createElement('div');
		page.className = 'help';
		page.append(drawn.content.cloneNode(true));
		page.addEventListener('click', (event) => this.#pressed(event, help));
		this.#first.append(page);
		dataset['help'] = help;
		Object.assign(this.#moment, { tap: help, press: '' });
		page.querySelector('h1')?.focus({ preventScroll: true });
		scrollTo(0, 0);
	}

	#pressed({ target }: Event, help: Help): void {
		const button = target instanceof Element ? target.closest('button') : null;
		if (!button) return;
		if (button.matches(wayOut)) this.#leave();
		else if (button.closest('.back')) this.#back();
		else if (help === 'advocate' && button.closest('.other')) this.show('unsafe');
		else if (help === 'unsafe' && button.matches('.advocate')) this.show('advocate');
		else {
			this.#moment.press = button.textContent;
			for (const other of this.#first.querySelectorAll('.help [data-waiting]'))
				other.removeAttribute('data-waiting');
			button.setAttribute('data-waiting', '');
		}
	}

	#back(): void {
		endFirstHelp(this.#first);
		Object.assign(this.#moment, { tap: '', press: '' });
		this.#first.querySelector<HTMLElement>(`[data-tap='advocate'] button`)?.focus();
	}
}
