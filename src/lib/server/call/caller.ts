/**
 * Calls people about requests until somebody has answered: duty readers one after another for "I am not safe", everybody at
 * the advocacy service for an advocate. A call is a mail that says nothing. Driven by the clock; of several servers one calls.
 */
import type { Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { RequestId } from '../../base/ids.ts';
import { addWorkingMinutes, isWorkingTime } from '../../practice/working-time.ts';
import type { Database } from '../db/connect.ts';
import type { Tables } from '../db/schema.ts';
import { queueMail, type Mailer, type NewMail } from '../mail/mailer.ts';
import { leadsOf, rootOf } from '../request/read.ts';
import { readAuthoritySettings, type AuthoritySettings } from '../setting/setting.ts';
import { staffWith } from '../staff/staff.ts';
import { tellHealth } from './health.ts';
import { dutyLine } from './line.ts';

/** A request about which somebody is due to be called. */
interface Due {
	readonly rid: RequestId;
	readonly calls: number;
	readonly callAt: Instant;
}

/** Who is called now, and when next; null: nobody more. */
interface Call {
	readonly mails: readonly NewMail[];
	readonly next: Instant | null;
}

/** Milliseconds between two looks at whether anybody could be reached at all. */
const healthEvery = 3_600_000;

/** Calls whoever is due. */
export class Caller {
	readonly #database: Database;
	readonly #clock: Clock;
	readonly #mailer: Mailer;
	readonly #log: Pick<Logger, 'error'>;
	#healthAt = -Infinity;
	#timer: ReturnType<typeof setInterval> | undefined;
	#looking: Promise<void> = Promise.resolve();

	constructor(database: Database, clock: Clock, mailer: Mailer, log: Pick<Logger, 'error'>) {
		this.#database = database;
		this.#clock = clock;
		this.#mailer = mailer;
		this.#log = log;
	}

	/** Looks every `every` milliseconds from now on; `failed` hears of what went wrong, and the next look tries again. */
	start(every: number, failed: (thrown: unknown) => void): void {
		this.#timer = setInterval(() => void this.look().catch(failed), every);
		this.#timer.unref();
	}

	/** Stops looking, and waits for what it is at. */
	async stop(): Promise<void> {
		clearInterval(this.#timer);
		await this.#looking.catch(() => undefined);
	}

	/** Calls everybody who is due now, and sends what waits. One look at a time. */
	look(): Promise<void> {
		const looked = this.#looking.catch(() => undefined).then(() => this.#look());
		this.#looking = looked;
		return looked;
	}

	async #look(): Promise<void> {
		const due = await this.#database.db
			.selectFrom('request')
			.select(['rid', 'calls', 'callAt'])
			.where('callAt', '<=', instant(this.#clock))
			.orderBy('callAt')
			.execute();
		if (due.length > 0) {
			const settings = await readAuthoritySettings(this.#database);
			for (const one of due) if (one.callAt) await this.#call({ ...one, callAt: one.callAt }, settings);
		}
		if (this.#clock.now() - this.#healthAt >= healthEvery) {
			this.#healthAt = this.#clock.now();
			await tellHealth(this.#database, this.#clock, this.#mailer, this.#log);
		}
		await this.#mailer.send();
	}

	async #call(due: Due, settings: AuthoritySettings): Promise<void> {
		const root = await rootOf(this.#database, due.rid);
		if (!root) return;
		const call =
			root.what === 'not-safe'
				? await this.#notSafe(due, root.invitation, settings)
				: await this.#advocate(due, root.rid !== due.rid, settings);
		await this.#database.db.transaction().execute((trx) => this.#write(trx, due, call));
	}

	/** The next in line each time; after the last, everybody, the administrators too, until somebody has read it. */
	async #notSafe(
		{ rid, calls }: Due,
		invitation: Parameters<typeof leadsOf>[1] | null,
		settings: AuthoritySettings
	): Promise<Call> {
		const now = instant(this.#clock);
		const working = isWorkingTime(now, settings.hours);
		const line = await dutyLine(this.#database, now, settings);
		const leads = invitation ? await leadsOf(this.#database, invitation) : undefined;
		const team = working ? [] : settings.outOfHours.map((address) => ({ address }));
		const turn = line[calls];
		const minutes = settings.readWithin[working ? 'working' : 'otherwise'];
		const next = new Date(this.#clock.now() + minutes * 60_000).toISOString() as Instant;
		const mail = (kind: NewMail['kind']) => (to: NewMail['to']) => ({ kind, to, rid });
		if (turn) {
			const first = calls === 0 ? [...team, ...(leads ? [leads.chair] : [])] : [];
			return { mails: [...new Set([turn, ...first])].map(mail('not-safe')), next };
		}
		const administrators = await staffWith(this.#database, 'administrator');
		const everybody = new Set([
			...line,
			...(leads ? [leads.chair, leads.deputy] : []),
			...administrators.map(({ id }) => id)
		]);
		return { mails: [...[...everybody], ...team].map(mail('unread')), next };
	}

	/** Everybody of the service at once; where nobody takes it in working time, the alarm, again each time as long. */
	async #advocate({ rid, calls }: Due, added: boolean, settings: AuthoritySettings): Promise<Call> {
		const advocates = await staffWith(this.#database, 'advocate');
		const late = calls > 0 ? await staffWith(this.#database, 'administrator') : [];
		const next = added ? null : addWorkingMinutes(instant(this.#clock), settings.takenWithin, settings.hours);
		const kind = calls > 0 ? 'not-taken' : 'advocate';
		const to = new Set([...advocates, ...late].map(({ id }) => id));
		return { mails: [...to].map((id) => ({ kind, to: id, rid })), next };
	}

	/** Writes the call down, unless another server just did or somebody has answered meanwhile. */
	async #write(trx: Transaction<Tables>, due: Due, { mails, next }: Call): Promise<void> {
		const { numUpdatedRows } = await trx
			.updateTable('request')
			.set({ calls: due.calls + 1, callAt: next })
			.where('rid', '=', due.rid)
			.where('calls', '=', due.calls)
			.where('callAt', '=', due.callAt)
			.executeTakeFirst();
		if (numUpdatedRows === 1n) await queueMail(trx, instant(this.#clock), mails);
	}
}
