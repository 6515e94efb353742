/** An advocate asked for on a child's behalf: a meeting where that is done for everybody, and the coordinator who does it. */
import { expect } from '@playwright/test';
import type { RequestId } from '../../../src/lib/base/ids.ts';
import type { LocaleId, VersionId } from '../../../src/lib/journey/version.ts';
import type { Authority } from '../../fixtures/authority.ts';
import type { Invited } from '../../fixtures/coordinator.ts';
import { sentBy } from './asking.ts';
import { MeetingDesk } from './meeting-desk.ts';

/** A coordinator at a first conference by the practice of Dorset (seed 004 §5.4), and a child of it. */
export class ArrangingDesk extends MeetingDesk {
	/** Makes the meeting and invites `label`. */
	async begin(
		authority: Authority,
		{ look, locale, label }: { look: VersionId; locale: LocaleId; label: string }
	): Promise<Invited> {
		const { email } = authority.person('coordinator');
		await this.signIn({ email, password: authority.state.passphrase });
		await this.make(authority, {
			...{ kind: 'first-conference', inDays: 30, pack: 'Dorset' },
			// Two meetings that nothing tells apart are two links by one name.
			place: `The room of ${label}`
		});
		const meeting = new URL(this.page.url()).pathname.split('/').at(-1) as Invited['meeting'];
		const invited = await authority.invite({ meeting, look, locale, label });
		await this.page.reload();
		return invited;
	}

	/** Opens the form for `label`. */
	async unfold(label: string): Promise<void> {
		const owed = await this.owed(label);
		await owed.getByRole('button', { name: this.say('duty:arrange.open') }).click();
	}

	/** Says how the child is found, and sends; the id under which it went. */
	async send(reach: string): Promise<RequestId> {
		await this.field('duty:arrange.reach').fill(reach);
		const rid = await sentBy(this.page, () => this.button('duty:arrange.send').click());
		await expect(this.page.getByText(this.say('duty:arrange.sent'))).toBeVisible({ timeout: 60_000 });
		return rid;
	}
}
