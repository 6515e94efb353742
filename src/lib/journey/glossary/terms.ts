/**
 * Which words of a screen the glossary explains. Reads the authored words of a journey, never what a child has said. English
 * plurals and the mutations of Welsh are found as well. Pure.
 */

/** One word that is explained, as it stands in the glossary, and what it means. */
export interface Term {
	readonly term: string;
	readonly means: string;
}

/** What the first letters of a Welsh word become: soft, nasal and aspirate mutation. Longer beginnings stand first. */
const mutations: readonly (readonly [string, readonly string[]])[] = [
	['ll', ['l']],
	['rh', ['r']],
	['c', ['g', 'ngh', 'ch']],
	['p', ['b', 'mh', 'ph']],
	['t', ['d', 'nh', 'th']],
	['g', ['', 'ng']],
	['b', ['f', 'm']],
	['d', ['dd', 'n']],
	['m', ['f']]
];

function formsOf(term: string, locale: string): readonly string[] {
	if (locale !== 'cy') return [term, `${term}s`];
	const found = mutations.find(([start]) => term.toLowerCase().startsWith(start));
	if (!found) return [term];
	const [start, become] = found;
	return [term, ...become.map((other) => `${other}${term.slice(start.length)}`)];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The terms of `glossary` that stand in `texts`, each once, in the order of the glossary. A term inside a longer one
 * ("plan" in "pathway plan") is the longer one.
 */
export function termsIn(
	texts: readonly string[],
	glossary: Readonly<Record<string, string>>,
	locale: string
): readonly Term[] {
	let left = texts.join('\n');
	const found = new Set<string>();
	for (const term of Object.keys(glossary).toSorted((a, b) => b.length - a.length)) {
		const forms = formsOf(term, locale).map(escaped).join('|');
		const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])`, 'giu');
		const without = left.replaceAll(whole, '\n');
		if (without !== left) found.add(term);
		left = without;
	}
	return Object.entries(glossary).flatMap(([term, means]) => (found.has(term) ? [{ term, means }] : []));
}
