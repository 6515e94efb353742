/**
 * The languages there are and how far each goes. A language is a folder in `locales/` and a line here
 * (docs/adding-a-language.md); nothing else knows their names.
 */

/** Words of the child's side: what a language must have to be offered to a child. `dates` are the names in them. */
export const childNamespaces = [
	'access',
	'answers',
	'asking',
	'child',
	'common',
	'dates',
	'dials',
	'drawing',
	'gathering',
	'helper',
	'kinds',
	'lock',
	'made',
	'player',
	'speech'
] as const;
