/**
 * The child's side as a child meets it: opens the letter, answers, looks through, signs, sends. Finds everything by role
 * and name, in whichever language is spoken; writes down what was said, to compare with what others are shown.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Whom } from '../../../src/lib/i18n/load.ts';
import type { LocaleId, VersionId } from '../../../src/lib/journey/version.ts';
import { voiceOf } from '../../../src/lib/player/voice.ts';
import { wordsOf, type Say } from '../../fixtures/words.ts';
import { pointer, type Hand } from './hand.ts';

/** What was said to one question, in the words that stood on the screen. */
export interface Said {
	readonly asked: string;
	readonly words: readonly string[];
}

/** What a child is like, for the page. */
export interface ChildIs {
	readonly look?: VersionId;
	readonly locale?: LocaleId;
	readonly hand?: Hand;
	/** Who it is: a grown-up is spoken to in other words. */
	readonly whom?: Whom;
	/** Made into words that a child writes: what stands at a question, from 0. */
	readonly write?: (at: number) => string;
}

/** What a child writes here, where it does not matter. */
export const written = (locale: LocaleId): string =>
	locale === 'cy' ? 'Dw i eisiau gweld fy ŵyn' : 'I’d like my own room';

/** More screens than any journey has. */
const farthest = 120;

/** One child at one page. */
export class ChildPage {
	readonly page: Page;
	readonly say: Say;
	readonly locale: LocaleId;
	readonly hand: Hand;
	readonly title: Locator;
	readonly said: Said[] = [];
	readonly #voice: string;
	readonly #write: (at: number) => string;

	constructor(
		page: Page,
		{ look = '8-11', locale = 'en', hand = pointer, whom = 'child', write }: ChildIs = {}
	) {
		this.page = page;
		this.hand = hand;
		this.say = wordsOf(locale, whom);
		this.locale = locale;
		this.title = page.getByRole('heading', { level: 1 });
		this.#voice = voiceOf(look);
		this.#write = write ?? ((at) => `${written(locale)} ${at}`);
	}

	/** A title that has three voices, in this child's. */
	titleOf(screen: string, params: Record<string, string> = {}): string {
		return this.say(`player:${screen}.title.${this.#voice}`, params);
	}

	/** The button that says `key`. */
	button(key: string): Locator {
		return this.page.getByRole('button', { name: this.say(key), exact: true });
	}

	/** The group of things to press that is called `key`. */
	group(key: string): Locator {
		return this.page.getByRole('main').getByRole('group', { name: this.say(key), exact: true });
	}

	/** Presses the button that says `key`. */
	async press(key: string): Promise<void> {
		await this.hand.press(this.button(key));
	}

	/** Opens the letter and starts. */
	async open(link: string): Promise<void> {
		await this.page.goto(link);
		await this.press('child:first.start');
		await expect(this.title).toHaveText(this.titleOf('readers'));
	}

	/** Types the six words of a letter, and looks for it. */
	async typeWords(words: readonly string[]): Promise<void> {
		await this.hand.write(this.page.getByLabel(this.say('child:words.label')), words.join(' '));
		await this.press('answers:earlier.show');
	}

	/** Chooses the answer that says `choice` in the row that is `called` so. */
	async choose(called: string, choice: string, params: Record<string, string | number> = {}): Promise<void> {
		const row = this.group(called);
		const name = this.say(choice, params);
		await row.getByText(name, { exact: true }).click();
		await expect(row.getByRole('radio', { name, exact: true })).toBeChecked();
	}

	/** Turns the setting called `dial` to the choice called `choice`, and is back where it was opened. */
	async turn(dial: string, choice: string): Promise<void> {
		await this.press('player:bar.menu');
		await this.press('player:menu.settings');
		await this.press('access:parts.spoken');
		await this.choose(dial, choice);
		await this.press('player:settings.done');
	}

	/** Reads the whole page about the meeting, opens every word that is explained there, and is back where it was opened. */
	async seeMeeting(): Promise<string> {
		await this.press('player:bar.menu');
		await this.press('player:menu.meeting');
		const main = this.page.getByRole('main');
		let seen = '';
		while (!(await this.button('player:close').isVisible())) {
			seen += await main.innerText();
			await this.next();
		}
		// What words mean is fetched after the page has come.
		await main.locator('summary').first().waitFor();
		for (const word of await main.locator('summary').all()) await this.hand.press(word);
		seen += await main.innerText();
		await expect(main.locator('details[open] .means').first()).toBeVisible();
		await this.press('player:close');
		return seen;
	}

	/** Opens the letter at `link`, and goes straight to the questions. */
	async openAtQuestions(link: string): Promise<void> {
		await this.open(link);
		await this.toQuestions();
	}

	/** Goes straight to the questions. */
	async toQuestions(): Promise<void> {
		await this.act(() => this.press('player:bar.toQuestions'));
	}

	/** Does `act`, which leads to another screen, and waits for it. */
	async act(act: () => Promise<void>): Promise<void> {
		const before = await this.title.innerText();
		await act();
		await expect(this.title).not.toHaveText(before);
	}

	/** Presses next, and waits for the next screen. */
	async next(): Promise<void> {
		await this.act(() => this.press('common:next'));
	}

	/** Answers whatever is asked until everything stands there to be looked through. */
	async answerAll(): Promise<void> {
		for (let screen = 0; screen < farthest; screen++) {
			if (!(await this.step())) return;
		}
		throw new Error(`Still not at the review after ${farthest} screens`);
	}

	/** Answers this screen, whatever it is, and goes on. False at the review, where nothing is done. */
	async step(): Promise<boolean> {
		const title = await this.title.innerText();
		const onward: Readonly<Record<string, string>> = {
			[this.titleOf('warning')]: 'player:warning.on',
			[this.titleOf('break')]: 'player:break.on',
			[this.titleOf('more')]: 'player:more.no',
			[this.titleOf('breathe')]: 'common:next',
			[this.titleOf('unsafe')]: 'player:unsafe.back'
		};
		const on = onward[title];
		if (title === this.titleOf('review')) return false;
		if (on) await this.act(() => this.press(on));
		else if (title === this.titleOf('away')) {
			await this.press('player:away.nobody');
			await this.next();
		} else if (await this.button('player:topics.send').isVisible()) await this.fromTopics();
		else {
			await this.answer();
			await this.next();
		}
		return true;
	}

	/** From the list of topics: into the next that was not started, or on to the end. */
	async fromTopics(): Promise<void> {
		const untouched = this.page
			.getByRole('main')
			.getByRole('listitem')
			.filter({ hasText: this.say('player:topics.notStarted') })
			.getByRole('button');
		const next = (await untouched.count()) > 0 ? untouched.first() : this.button('player:topics.send');
		await this.act(() => this.hand.press(next));
	}

	/** Answers the question on the screen and writes down what was said. */
	async answer(): Promise<Said> {
		const asked = await this.title.innerText();
		const at = this.said.length;
		const main = this.page.getByRole('main');
		// Every question stands whole before it is answered.
		await expect(main.getByRole('group', { name: this.say('common:ways.label') })).toBeVisible();
		const words = (await main.locator('button.tray').count())
			? await this.sortAll()
			: this.writes && (await this.group('kinds:todo.who').count())
				? await this.askSomebody(this.#write(at))
				: (await main.getByRole('textbox').count())
					? await this.sayHere(at)
					: (await main.locator('.step').count())
						? await this.chooseSteps(at)
						: at % 5 === 3 && this.writes && (await this.button('common:ways.myWay').isVisible())
							? await this.sayMyWay(this.#write(at))
							: await this.chooseHere(at);
		const said = { asked, words };
		this.said.push(said);
		return said;
	}

	/** Whether whoever works the page can write words. */
	get writes(): boolean {
		return this.hand.by === 'pointer' || this.hand.by === 'keyboard';
	}

	/** Writes, or skips what could only be written. */
	async sayHere(at: number): Promise<string[]> {
		if (this.writes) return [await this.writeHere(this.#write(at))];
		await this.press('common:ways.skip');
		return [];
	}

	/** Writes in the first field of the screen. */
	async writeHere(words: string): Promise<string> {
		await this.hand.write(this.page.getByRole('main').getByRole('textbox').first(), words);
		return words;
	}

	/** Chooses one of the answers. */
	async chooseHere(at = 0): Promise<string[]> {
		const asked = await this.title.innerText();
		const group = this.page.getByRole('main').getByRole('group', { name: asked, exact: true });
		const answers = group.getByRole('button');
		const chosen = answers.nth(at % (await answers.count()));
		await this.hand.press(chosen);
		await expect(chosen).toHaveAttribute('aria-pressed', 'true');
		return [(await chosen.innerText()).trim()];
	}

	/** Puts every card somewhere, in the places by turns; the cards' words in the order in which they came. */
	async sortAll(): Promise<string[]> {
		const trays = this.page.locator('button.tray');
		const pile = this.page.locator('.pile .card .words');
		const cards: string[] = [];
		const now = async () => ((await pile.count()) > 0 ? (await pile.innerText()).trim() : '');
		for (let card = await now(); card !== '' && !cards.includes(card); card = await now()) {
			cards.push(card);
			await this.hand.press(trays.nth(cards.length % (await trays.count())));
			await this.page.locator('button.chip').filter({ hasText: card }).first().waitFor();
			// Where a card may be in several places, one goes on by oneself.
			if ((await now()) === card) await this.press('kinds:next');
			await expect.poll(now, { intervals: [20, 50, 100] }).not.toBe(card);
		}
		return cards;
	}

	/** Chooses a step for then and another for now; the words of both. */
	async chooseSteps(at = 0): Promise<string[]> {
		const steps = this.page.getByRole('main').locator('.step');
		const chosen: string[] = [];
		for (const moment of [0, 1]) {
			const step = steps.nth((at + moment) % (await steps.count()));
			const button = step.getByRole('button').nth(moment);
			await this.hand.press(button);
			await expect(button).toHaveAttribute('aria-pressed', 'true');
			chosen.push((await step.locator('.label').innerText()).trim());
		}
		return chosen;
	}

	/** Says who should do what by when; who and what. */
	async askSomebody(words: string): Promise<string[]> {
		const who = this.group('kinds:todo.who').getByRole('button').first();
		await this.hand.press(who);
		await this.writeHere(words);
		await this.hand.press(this.group('kinds:todo.when').getByRole('button').first());
		return [(await who.innerText()).trim(), words];
	}

	/** Says it in own words in place of choosing. */
	async sayMyWay(words: string): Promise<string[]> {
		const asked = await this.title.innerText();
		await this.act(() => this.press('common:ways.myWay'));
		await this.act(() => this.press('made:way.type'));
		await this.writeHere(words);
		await this.act(() => this.press('made:talk.done'));
		await this.press('player:myWay.keep');
		await expect(this.title).toHaveText(asked);
		await expect(this.page.getByRole('main').getByText(words)).toBeVisible();
		return [words];
	}

	/** What the review shows, in order: each question with the words beside it. */
	async reviewed(): Promise<readonly { asked: string; text: string }[]> {
		const items = this.page.getByRole('list', { name: this.say('player:review.answers') }).locator('> li');
		return Promise.all(
			(await items.all()).map(async (item) => ({
				asked: (await item.getByRole('heading').innerText()).trim(),
				text: await item.innerText()
			}))
		);
	}

	/** From the review: signs with a name and sends. */
	async signAndSend(name: string): Promise<void> {
		await this.next();
		if (this.writes)
			await this.hand.write(
				this.page.getByRole('textbox', { name: this.say('player:sign.nameLabel') }),
				name
			);
		else {
			await this.hand.press(this.page.getByRole('radio', { name: this.say('player:sign.picture') }));
			await this.press('player:sign.pictures.sun');
		}
		await this.send();
	}

	/** From the review of what asks for no name, or from the name: sends. */
	async send(): Promise<void> {
		await this.next();
		await this.press('player:send.send');
	}

	/** Waits until the last act is said to be kept. */
	async expectKept(): Promise<void> {
		await expect(this.page.getByText(this.say('player:bar.kept')).first()).toBeVisible();
	}

	/** Waits until the screen says that it arrived, which it only does with a verified receipt. */
	async expectArrived(chair: string): Promise<void> {
		await expect(this.title).toHaveText(this.titleOf('sent.arrived', { chair }), { timeout: 30_000 });
	}
}
