/**
 * Mail to staff, through nodemailer (this file is its only importer). What is to be sent stands in the database before it is
 * sent, and is tried until it is. No mail ever says a name, a word or which child: only that there is something, and where.
 */
import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import { newId, type RequestId, type StaffId } from '../../base/ids.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../db/connect.ts';
import type { Tables } from '../db/schema.ts';
import { mailText, type MailKind } from './text.ts';

/** Where mail goes out. */
export interface MailPlace {
	/** `smtp://user:password@host:587`; null where no mail can be sent. */
	readonly smtp: string | null;
	readonly from: string;
	/** The desk's address, which every mail names. */
	readonly desk: string;
}

/** A mail to be written down: to a member of staff, or to an address of the settings. */
export interface NewMail {
	readonly kind: MailKind;
	readonly to: StaffId | { readonly address: string };
	readonly rid: RequestId | null;
}

/** Milliseconds for which one try has a mail to itself, and the longest pause between tries. */
const claim = 60_000;
const longest = 15 * 60_000;
const patience = 20_000;

/** Writes `mails` down in `trx`; `Mailer.send` sends them. */
export async function queueMail(trx: Kysely<Tables>, now: Instant, mails: readonly NewMail[]): Promise<void> {
	if (mails.length === 0) return;
	await trx
		.insertInto('mail')
		.values(
			mails.map(({ kind, to, rid }) => ({
				...{ id: newId(), kind, rid, queuedAt: now, next: now, tries: 0, sentAt: null },
				staff: typeof to === 'string' ? to : null,
				address: typeof to === 'string' ? null : to.address
			}))
		)
		.execute();
}

/** Sends what waits. One of several servers sends each. */
export class Mailer {
	readonly #database: Database;
	readonly #clock: Clock;
	readonly #place: MailPlace;
	readonly #log: Logger;
	#transport: Transporter | null = null;

	constructor(database: Database, clock: Clock, place: MailPlace, log: Logger) {
		this.#database = database;
		this.#clock = clock;
		this.#place = place;
		this.#log = log;
	}

	/** Whether mail can be sent at all. */
	get configured(): boolean {
		return this.#place.smtp !== null;
	}

	/** Sends everything that is due; resolves when each has been tried once. Never throws for a mail that does not go. */
	async send(): Promise<void> {
		if (!this.#place.smtp) return;
		this.#transport ??= createTransport({
			url: this.#place.smtp,
			connectionTimeout: patience,
			greetingTimeout: patience,
			socketTimeout: patience
		});
		const due = await this.#database.db
			.selectFrom('mail')
			.select(['id', 'kind', 'staff', 'address', 'next', 'tries'])
			.where('sentAt', 'is', null)
			.where('next', '<=', instant(this.#clock))
			.orderBy('queuedAt')
			.limit(100)
			.execute();
		await Promise.all(due.map((mail) => this.#sendOne(mail)));
	}

	/** Ends the connections. */
	close(): void {
		this.#transport?.close();
	}

	async #sendOne(mail: {
		readonly id: string;
		readonly kind: string;
		readonly staff: StaffId | null;
		readonly address: string | null;
		readonly next: Instant;
		readonly tries: number;
	}): Promise<void> {
		const { db } = this.#database;
		const pause = Math.min(longest, 15_000 * 2 ** Math.min(mail.tries, 10));
		const next = new Date(this.#clock.now() + Math.max(claim, pause)).toISOString() as Instant;
		const { numUpdatedRows } = await db
			.updateTable('mail')
			.set({ next, tries: mail.tries + 1 })
			.where('id', '=', mail.id)
			.where('next', '=', mail.next)
			.where('sentAt', 'is', null)
			.executeTakeFirst();
		// Another server has it.
		if (numUpdatedRows !== 1n) return;
		const to = mail.address ?? (await this.#addressOf(mail.staff));
		try {
			if (to) {
				const { subject, text } = mailText(mail.kind as MailKind, this.#place.desk);
				await this.#transport?.sendMail({ from: this.#place.from, to, subject, text });
			}
			await db
				.updateTable('mail')
				.set({ sentAt: instant(this.#clock) })
				.where('id', '=', mail.id)
				.execute();
		} catch (thrown) {
			// Its message may name an address: its code is enough.
			const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
			this.#log.error({ alarm: 'mail-not-sent', kind: mail.kind, tries: mail.tries + 1, code });
		}
	}

	/** The address of somebody who still works here. */
	async #addressOf(staff: StaffId | null): Promise<string | null> {
		if (!staff) return null;
		const row = await this.#database.db
			.selectFrom('user')
			.innerJoin('staff', 'staff.id', 'user.id')
			.select('email')
			.where('user.id', '=', staff)
			.where('leftAt', 'is', null)
			.executeTakeFirst();
		return row?.email ?? null;
	}
}
