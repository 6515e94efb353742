/** One meeting as the desk holds it while a page of it is open: fetched once, fetched again when something changed. */
import type { MeetingId } from '../../base/ids.ts';
import type { ReceivedViews } from '../../inbox/opened.ts';
import { ask, at, type ApiFault } from '../api.ts';
import type { Desk } from '../desk.svelte.ts';
import type { InvitationRow, Meeting, Tick, ViewRow } from '../records.ts';
import { listViews } from './read-views.ts';

/** A meeting with its invitations and, for its readers, the list of views. */
export class AroundMeeting {
	meeting: Meeting | null = $state.raw(null);
	invitations: readonly InvitationRow[] = $state.raw([]);
	views: readonly ViewRow[] = $state.raw([]);
	ticks: readonly Tick[] = $state.raw([]);
	/** Why there is nothing, where there is nothing. */
	fault: ApiFault | null = $state(null);
	readonly id: MeetingId;
	readonly #desk: Desk;

	constructor(id: MeetingId, desk: Desk) {
		this.id = id;
		this.#desk = desk;
	}

	/** Whether whoever sits here may read this meeting's views. */
	get isReader(): boolean {
		const me = this.#desk.me?.id;
		return this.#desk.isChair && (this.meeting?.chair.id === me || this.meeting?.deputy.id === me);
	}

	/** Notes what has just been opened here, so that it no longer counts as new. */
	markOpened(received: readonly ReceivedViews[]): void {
		const opened = new Set(received.flatMap((one) => (one.state === 'opened' ? one.arrived.vid : [])));
		this.views = this.views.map((row) => (opened.has(row.vid) ? { ...row, opened: true } : row));
	}

	/** Fetches everything again. */
	async look(): Promise<void> {
		const answer = await ask<{
			meeting: Meeting;
			invitations: readonly InvitationRow[];
			ticks: readonly Tick[];
		}>('GET', at`/api/staff/meetings/${this.id}`);
		if (!answer.ok) {
			this.fault = answer.reason;
			this.#desk.fail(answer.reason);
			return;
		}
		this.fault = null;
		this.meeting = answer.value.meeting;
		this.invitations = answer.value.invitations;
		this.ticks = answer.value.ticks;
		if (!this.isReader) return;
		const views = await listViews(this.id);
		if (views.ok) this.views = views.value;
		else this.#desk.fail(views.reason);
	}
}
