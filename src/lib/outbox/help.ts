/** The numbers that a child is shown: the authority's own, kept on this device as they were told last. They say nothing of anybody. */
import * as v from 'valibot';
import { ask, type Fetch } from './ask.ts';

/** What is shown. */
export interface HelpNumbers {
	readonly danger: string;
	readonly childline: string;
}

const number = v.pipe(v.string(), v.regex(/^[0-9+ ]{3,20}$/));
const schema = v.object({ danger: number, childline: number });
const usual: HelpNumbers = { danger: '999', childline: '0800 1111' };
const place = 'numbers';

/** The numbers known on this device; the usual ones where none were told yet. */
export function keptNumbers(): HelpNumbers {
	try {
		const checked = v.safeParse(schema, JSON.parse(localStorage.getItem(place) ?? 'null'));
		return checked.success ? checked.output : usual;
	} catch {
		return usual;
	}
}

/** Asks for the numbers and keeps them; what is known where there is no signal. */
export async function askHelp(
	fetch: Fetch = (input, init) => globalThis.fetch(input, init)
): Promise<HelpNumbers> {
	const answered = await ask(fetch, '/api/help');
	const checked = v.safeParse(schema, answered.is === 'json' ? answered.body['numbers'] : null);
	if (!checked.success) return keptNumbers();
	try {
		localStorage.setItem(place, JSON.stringify(checked.output));
	} catch {
		// No room, or storage is forbidden: they are asked for again next time.
	}
	return checked.output;
}
