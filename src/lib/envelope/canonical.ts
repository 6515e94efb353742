/**
 * JSON without ambiguity: the canonical form of RFC 8785, and strict reading. Owns nothing but text.
 * What is signed or hashed is always this form, so that one meaning has one spelling.
 */
import { Refusal } from './refusal.ts';

const deepest = 32;

/** A string as RFC 8785 §3.2.2.2 wants it. Throws TypeError where a surrogate stands alone. */
function string(text: string): string {
	if (!text.isWellFormed()) throw new TypeError('A lone surrogate cannot be written');
	return JSON.stringify(text);
}

function write(value: unknown, depth: number): string {
	if (depth > deepest) throw new TypeError('Nested too deeply');
	if (typeof value === 'string') return string(value);
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new TypeError('Not a number of JSON');
		return JSON.stringify(value);
	}
	if (Array.isArray(value)) return `[${value.map((entry) => write(entry, depth + 1)).join(',')}]`;
	if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}`);
	const members = Object.entries(value).filter(([, member]) => member !== undefined);
	// Sorting by UTF-16 code units is what the comparison of JavaScript strings does.
	members.sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${members.map(([name, member]) => `${string(name)}:${write(member, depth + 1)}`).join(',')}}`;
}

/**
 * `value` in the canonical form of RFC 8785. Members that are `undefined` are left out.
 * Throws TypeError for what JSON cannot say: lone surrogates, NaN, infinities, functions, more than 32 levels.
 */
export const canonicalJson = (value: unknown): string => write(value, 0);

const token = /[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\],:"]+/g;

/** Whether valid JSON `text` names a member twice in one object, or nests deeper than 32 levels. */
function flaw(text: string): 'duplicate-member' | 'malformed' | null {
	const open: (Set<string> | null)[] = [];
	let previous = '';
	for (const [part] of text.matchAll(token)) {
		if (part === '{') open.push(new Set());
		else if (part === '[') open.push(null);
		else if (part === '}' || part === ']') open.pop();
		else if (part === ':') {
			const names = open.at(-1);
			const name = JSON.parse(previous) as string;
			if (names?.has(name)) return 'duplicate-member';
			names?.add(name);
		}
		if (open.length > deepest) return 'malformed';
		previous = part;
	}
	return null;
}

/** The value of JSON `text`. Throws `Refusal`. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal('malformed', 'Not JSON');
	}
}

/** Refuses valid JSON `text` that names a member twice in one object or nests too deeply. */
function refuseFlaw(text: string): void {
	const found = flaw(text);
	if (found) throw new Refusal(found);
}

/** The value of JSON `text`, in which no object names a member twice. Throws `Refusal`. */
export function parseJson(text: string): unknown {
	const value = parse(text);
	refuseFlaw(text);
	return value;
}

/**
 * The value of JSON `text` that is in canonical form. Throws `Refusal`. What is spelt canonically has no other flaw, so
 * only text that is not so is searched for the name of its own.
 */
export function parseCanonical(text: string): unknown {
	const value = parse(text);
	let again: string | null;
	try {
		again = canonicalJson(value);
	} catch {
		again = null;
	}
	if (again !== text) {
		refuseFlaw(text);
		throw new Refusal('not-canonical');
	}
	return value;
}
