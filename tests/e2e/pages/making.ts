/** Making something in answer, as a child does: the hub, the recorder, the camera. */
import { expect, type Locator } from '@playwright/test';
import type { ChildPage } from './child.ts';

/** "Say it my way" at one child's page. */
export class MakingPage {
	readonly child: ChildPage;

	constructor(child: ChildPage) {
		this.child = child;
	}

	/** Opens the hub from a question. */
	async open(): Promise<void> {
		await this.child.act(() => this.child.press('common:ways.myWay'));
	}

	/** Opens the page of one way. */
	async way(way: 'talk' | 'photo' | 'type' | 'draw'): Promise<void> {
		await this.child.act(() => this.child.press(`made:way.${way}`));
	}

	/** The words that tell how much has been recorded. */
	get length(): Locator {
		return this.child.page.locator('.recorder .length');
	}

	/** Talks until `seconds` are kept, and stops. From the talk page. */
	async talk(seconds: number): Promise<void> {
		const { page, say } = this.child;
		await this.child.press('made:talk.start');
		await this.child.press('made:talk.now');
		await expect(page.getByRole('status').getByText(say('made:talk.recording'))).toBeVisible();
		await expect(this.length).toHaveText(`0:${String(seconds).padStart(2, '0')}`);
		await this.child.press('made:talk.stop');
		await expect(page.getByText(say('made:talk.kept'))).toBeVisible();
	}

	/** Back from a way's page to the hub, and from there to the question. */
	async done(): Promise<void> {
		await this.child.act(() => this.child.press('made:talk.done'));
		await this.child.act(() => this.child.press('player:myWay.keep'));
	}

	/** The recordings in `place`, by their names. */
	recordings(place: Locator): Locator {
		return place.getByRole('group', { name: this.child.say('made:shown.recording', { length: '' }).trim() });
	}
}
