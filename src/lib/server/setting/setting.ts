/** The authority's own settings: numbers to call, who is called in which order and when. One row each, checked when read. */
import * as v from 'valibot';
import { instant, type Clock } from '../../base/clock.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';

const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
const number = v.pipe(v.string(), v.regex(/^[0-9+ ]{3,20}$/));

/** Each setting by its name, with what holds until somebody sets it. */
const schemas = {
	/** Shown to a child and never dialled. */
	numbers: v.optional(v.strictObject({ danger: number, childline: number }), {
		danger: '999',
		childline: '0800 1111'
	}),
	/** When people are at work on working days, local time. */
	hours: v.optional(
		v.pipe(
			v.strictObject({ from: time, to: time }),
			v.check(({ from, to }) => from < to)
		),
		{ from: '09:00', to: '17:00' }
	),
	/** Minutes in which "I am not safe" is read before the next in line is called: at work, and otherwise. */
	readWithin: v.optional(v.strictObject({ working: minutes, otherwise: minutes }), {
		working: 30,
		otherwise: 30
	}),
	/** Working minutes in which a request for an advocate is taken before the alarm. */
	takenWithin: v.optional(minutes, 480),
	/** E-mail addresses of duty readers in the order in which they are called; whoever is not named comes after. */
	line: v.optional(v.array(v.pipe(v.string(), v.maxLength(200))), []),
	/** Addresses that are called as well outside of working hours: the emergency duty team's. */
	outOfHours: v.optional(v.array(v.pipe(v.string(), v.email(), v.maxLength(200))), [])
} as const;

/** All settings. */
export type AuthoritySettings = {
	readonly [Name in keyof typeof schemas]: v.InferOutput<(typeof schemas)[Name]>;
};

const whole = v.object(schemas);

/** The settings as they stand. A stored value that does not check counts as not set. */
export async function readAuthoritySettings({ db }: Database): Promise<AuthoritySettings> {
	const rows = await db.selectFrom('setting').select(['name', 'value']).execute();
	const stored: Record<string, unknown> = {};
	for (const { name, value } of rows) {
		if (!Object.hasOwn(schemas, name)) continue;
		const checked = v.safeParse(schemas[name as keyof typeof schemas], JSON.parse(value));
		if (checked.success) stored[name] = checked.output;
	}
	return v.parse(whole, stored);
}

/** Sets `name`. Refuses `malformed` for a name or value that is none. */
export async function setAuthoritySetting(
	{ db }: Database,
	clock: Clock,
	name: string,
	value: unknown
): Promise<void> {
	if (!Object.hasOwn(schemas, name)) throw new Refusal('malformed');
	const checked = v.safeParse(schemas[name as keyof typeof schemas], value);
	if (!checked.success) throw new Refusal('malformed');
	const row = { value: JSON.stringify(checked.output), changedAt: instant(clock) };
	await db
		.insertInto('setting')
		.values({ name, ...row })
		.onConflict((conflict) => conflict.column('name').doUpdateSet(row))
		.execute();
}
