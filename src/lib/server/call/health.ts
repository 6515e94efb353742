/**
 * Whether what a child asks would reach anybody: how many could open it today and in a week, and whether mail goes out. Looked
 * at when an invitation is made and each day, so that whoever runs the service hears of it before a child waits in vain.
 */
import type { Logger } from 'pino';
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { Database } from '../db/connect.ts';
import { queueMail, type Mailer } from '../mail/mailer.ts';
import { staffWith } from '../staff/staff.ts';
import { living } from './line.ts';

/** One who answers may be away: fewer than two is too few, and an advocate's request is not even sealed to one alone. */
const least = 2;
const day = 86_400_000;
/** Days ahead that are looked at: time to make a key and have it signed. */
const ahead = 7;

/** How it stands. */
export interface Health {
	/** Names of those whose keys open requests today. */
	readonly advocates: readonly string[];
	readonly duty: readonly string[];
	/** What is wrong today or within a week; nothing where all is well. */
	readonly wrong: readonly ('advocates' | 'duty' | 'mail')[];
}

/** How it stands at `clock`'s moment. */
export async function readHealth(database: Database, clock: Clock, mailer: Mailer): Promise<Health> {
	const now = instant(clock);
	const soon = new Date(clock.now() + ahead * day).toISOString() as Instant;
	const reach = async (role: 'advocate' | 'duty') => {
		const able = new Set(await living(database, now, role));
		const then = await living(database, soon, role);
		const names = (await staffWith(database, role)).filter(({ id }) => able.has(id)).map(({ name }) => name);
		return { names, few: able.size < least || then.length < least };
	};
	const [advocates, duty] = [await reach('advocate'), await reach('duty')];
	return {
		advocates: advocates.names,
		duty: duty.names,
		wrong: [
			...(advocates.few ? (['advocates'] as const) : []),
			...(duty.few ? (['duty'] as const) : []),
			...(mailer.configured ? [] : (['mail'] as const))
		]
	};
}

/**
 * Tells the administrators by mail and the log where something is wrong, at most once a day. Two servers that look in the same
 * instant may tell twice.
 */
export async function tellHealth(
	database: Database,
	clock: Clock,
	mailer: Mailer,
	log: Pick<Logger, 'error'>
): Promise<void> {
	const { wrong } = await readHealth(database, clock, mailer);
	if (wrong.length === 0) return;
	const since = new Date(clock.now() - day).toISOString() as Instant;
	const told = await database.db
		.selectFrom('mail')
		.select('id')
		.where('kind', '=', 'nobody')
		.where('queuedAt', '>', since)
		.executeTakeFirst();
	if (told) return;
	log.error({ alarm: 'nobody-reached', wrong });
	const administrators = await staffWith(database, 'administrator');
	const mails = administrators.map(({ id }) => ({ kind: 'nobody' as const, to: id, rid: null }));
	await database.db.transaction().execute((trx) => queueMail(trx, instant(clock), mails));
}
