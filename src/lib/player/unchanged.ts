/**
 * What is made anew at every act and is seldom anything new: the object of last time is given again where nothing differs, so
 * that what is shown from it is left alone. A tap on an answer paints one card, not a page.
 */

const same = (a: object, b: object): boolean => {
	const [mine, other] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
	return mine.length === Object.keys(b).length && mine.every(([name, value]) => other[name] === value);
};

/** A function that gives what it is given, or the object it gave last where both have the same members (compared by `===`). */
export function unchanged<T extends object | null>(): (now: T) => T {
	let last: T | undefined;
	return (now) => {
		if (last && now && same(last, now)) return last;
		last = now;
		return now;
	};
}

/** `make`, not called again while it is asked for the same as last time (compared by `===`). */
export function remembered<Args extends readonly unknown[], T>(
	make: (...args: Args) => T
): (...args: Args) => T {
	let last: { readonly args: Args; readonly made: T } | null = null;
	return (...args) => {
		if (last?.args.every((arg, at) => arg === args[at])) return last.made;
		last = { args, made: make(...args) };
		return last.made;
	};
}
