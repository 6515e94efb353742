/** The contrast that is promised (WCAG 1.4.6, 1.4.11, 2.4.13), computed from the style sheet itself. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
const versionIds = ['4-7', '8-11', '12-15', '16-17', 'easy'];

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** The declarations of the rules whose selector list has `selector`, outside media queries unless `media` names one. */
function declared(selector: string, media?: string): Map<string, string> {
	const outside = css.replaceAll(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
	const inside = media
		? (new RegExp(`@media \\(${media}\\) \\{((?:[^{}]*\\{[^{}]*\\})*)`).exec(css)?.[1] ?? '')
		: outside;
	const found = new Map<string, string>();
	for (const [, selectors = '', body = ''] of inside.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
		if (!selectors.split(',').some((one) => one.trim() === selector)) continue;
		for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g))
			found.set(name, value.trim());
	}
	return found;
}

/** Relative luminance (WCAG 2.2) of `#rrggbb`. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

const themes = ['light', 'cream', 'blue', 'rose', 'dark', 'contrast'] as const;

/** Specificity as in the sheet: plain root, then version, then theme (which comes later at the same weight). */
function tokens(look: string, theme: (typeof themes)[number]): Map<string, string> {
	return new Map([
		...declared(':root'),
		...declared(`:root[data-look='${look}']`),
		...(theme === 'light' ? [] : declared(`:root[data-theme='${theme}']`))
	]);
}

const accents = ['sun', 'coral', 'leaf', 'sky', 'plum'];
const words: [string, string][] = [
	...['paper', 'card', ...accents, ...accents.map((name) => `${name}-soft`)].map(
		(ground): [string, string] => ['ink', ground]
	),
	['quiet', 'paper'],
	['quiet', 'card'],
	['on-ink', 'ink']
];
const parts: [string, string][] = [
	['line', 'paper'],
	['line', 'card'],
	['chosen', 'paper'],
	['chosen', 'card'],
	['focus', 'paper'],
	['focus', 'card'],
	...accents.map((name): [string, string] => ['pic-line', name]),
	['pic-line', 'card'],
	['pic-line', 'paper'],
	['pic-line', 'pic-white']
];

describe.each(versionIds)('%s', (look) => {
	it.each(themes)('in %s has words of 7:1 and other parts of 3:1', (theme) => {
		const all = tokens(look, theme);
		const short = (pairs: [string, string][], least: number) =>
			pairs
				.map(([one, other]) => ({
					pair: `${one} on ${other}`,
					ratio: contrast(all.get(`--${one}`) ?? '', all.get(`--${other}`) ?? '')
				}))
				// A pair without both colours gives NaN, which is short too.
				.filter(({ ratio }) => !(ratio >= least));
		expect(short(words, 7)).toEqual([]);
		expect(short(parts, 3)).toEqual([]);
	});

	it('has a focus ring of 3 px or more, and targets and gaps as agreed', () => {
		const all = tokens(look, 'light');
		const pixels = (name: string) => Number.parseFloat(all.get(`--${name}`) ?? '');
		const young = look === '4-7' || look === 'easy';
		expect(pixels('ring')).toBeGreaterThanOrEqual(3);
		expect(pixels('answer')).toBeGreaterThanOrEqual(young ? 120 : look === '8-11' ? 72 : 48);
		expect(pixels('control')).toBeGreaterThanOrEqual(young ? 64 : look === '8-11' ? 56 : 44);
		expect(pixels('gap')).toBeGreaterThanOrEqual(young ? 24 : look === '8-11' ? 16 : 8);
		expect(pixels('wrist')).toBe(young ? 48 : look === '8-11' ? 24 : 0);
		expect(pixels('text') * 16).toBe(young ? 24 : look === '8-11' ? 20 : 18);
	});
});

describe('before anything is chosen', () => {
	it.each([
		['dark', 'prefers-color-scheme: dark'],
		['contrast', 'prefers-contrast: more']
	])('shows the %s theme where the device prefers it', (theme, media) => {
		const colours = declared(`:root[data-theme='${theme}']`);
		for (const name of ['--stroke', '--foot']) colours.delete(name);
		expect(Object.fromEntries(declared(':root:not([data-theme])', media))).toEqual(
			Object.fromEntries(colours)
		);
	});
});

it('gives every colour in every theme', () => {
	const named = (selector: string) =>
		[...declared(selector).keys()].filter((name) => !/stroke|foot/.test(name));
	const colours = [...declared(':root')].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
	expect(named(":root[data-theme='dark']").sort()).toEqual(colours.sort());
	expect(named(":root[data-theme='contrast']").sort()).toEqual(colours.sort());
});
