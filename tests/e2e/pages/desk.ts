/** The desk as a member of staff meets it: signs in, unlocks, opens a meeting and a child's page, reads. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Authority } from '../../fixtures/authority.ts';
import type { Account, Invited } from '../../fixtures/coordinator.ts';
import { wordsOf, type Say } from '../../fixtures/words.ts';
import { pointer, type Hand } from './hand.ts';
import type { Said } from './child.ts';

/** One member of staff at one page. */
export class DeskPage {
	readonly page: Page;
	readonly say: Say = wordsOf('en');
	readonly hand: Hand;

	constructor(page: Page, hand: Hand = pointer) {
		this.page = page;
		this.hand = hand;
	}

	/** The button that says `key`. */
	button(key: string): Locator {
		return this.page.getByRole('button', { name: this.say(key), exact: true });
	}

	/** Signs in with e-mail and passphrase. */
	async signIn({ email, password }: Account): Promise<void> {
		await this.page.goto('/staff');
		await this.hand.write(this.page.getByLabel(this.say('desk:signIn.email')), email);
		await this.hand.write(
			this.page.getByLabel(this.say('desk:signIn.passphrase'), { exact: true }),
			password
		);
		await this.hand.press(this.button('desk:signIn.go'));
		await expect(this.button('desk:signOut')).toBeVisible();
	}

	/** Opens the page of one child of one meeting. */
	async openChild({ meeting, id }: Pick<Invited, 'meeting' | 'id'>): Promise<void> {
		await this.page.goto(`/staff/meetings/${meeting}/${id}`);
	}

	/** Unlocks the keys with their passphrase, where the page asks for it. */
	async unlock(passphrase: string): Promise<void> {
		const kind = this.page.getByRole('radio', { name: this.say('vault:kind.passphrase') });
		await expect(this.page.getByRole('heading', { name: this.say('vault:unlock.title') })).toBeVisible();
		await this.hand.press(kind);
		await this.hand.write(
			this.page.getByRole('textbox', { name: this.say('vault:kind.passphrase'), exact: true }),
			passphrase
		);
		await this.hand.press(this.button('vault:unlock.go'));
	}

	/** The chair, who signs in and unlocks on the page of one child. */
	async readAsChair(
		authority: Authority,
		child: Pick<Invited, 'meeting' | 'id'>,
		part: 'chair' | 'deputy' = 'chair'
	): Promise<void> {
		const { passphrase, keyPassphrase } = authority.state;
		await this.signIn({ email: authority.person(part).email, password: passphrase });
		await this.openChild(child);
		await this.unlock(keyPassphrase);
	}

	/** Answers the first wish on the open page; gives the question it stands at. */
	async answerWish(says: string, why: string): Promise<string> {
		const box = this.page.getByRole('region', { name: this.say('inbox:reply.title') }).first();
		const wish = box.locator('fieldset.wish').first();
		const asked = await wish.locator('> legend').innerText();
		await this.hand.press(wish.getByRole('radio', { name: this.say(`inbox:reply.says.${says}`) }));
		await this.hand.write(wish.getByLabel(this.say('inbox:reply.why')), why);
		return asked;
	}

	/** Sends what was answered, with words to all of it. */
	async sendAnswers(words: string): Promise<void> {
		const box = this.page.getByRole('region', { name: this.say('inbox:reply.title') }).first();
		await this.hand.write(box.getByLabel(this.say('inbox:reply.toAll')), words);
		await this.hand.press(box.getByRole('button', { name: this.say('inbox:reply.go') }));
		await expect(box.getByText(this.say('inbox:reply.sent'))).toBeVisible();
	}

	/** Everything a child said, as the open page shows it: questions in order, and beside each exactly what was said. */
	async read(): Promise<readonly Said[]> {
		await expect(this.page.getByRole('heading', { name: this.say('inbox:unchanged') })).toBeVisible({
			timeout: 30_000
		});
		return this.page.getByRole('article').evaluateAll((articles) =>
			articles.map((article) => ({
				asked: article.querySelector('h3')?.textContent?.trim() ?? '',
				words: [...article.querySelectorAll('.shown .words, q')]
					.filter((element) => !element.closest('details'))
					.map((element) => element.textContent?.trim() ?? '')
			}))
		);
	}
}
