/**
 * The keys of every word the product says, as a type: worked out from the English files, so that a misspelt key does not
 * compile. One line per namespace; a namespace is one file in each `locales/<language>/` folder.
 */
import type commonWords from '../../../locales/en/common.json';
import type galleryWords from '../../../locales/en/gallery.json';

/** The path of every leaf of `Tree`, with i18next's plural endings taken off. */
type Leaf<Tree> = {
	[Name in keyof Tree & string]: Tree[Name] extends string ? Bare<Name> : `${Name}.${Leaf<Tree[Name]>}`;
}[keyof Tree & string];

type Bare<Name extends string> =
	Name extends `${infer Start}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Start : Name;

/** The namespaces whose keys are checked by the compiler, too. */
interface Checked {
	common: typeof commonWords;
	gallery: typeof galleryWords;
}

/** A namespace whose keys are checked by the tests alone. */
type Loose = 'child' | 'player' | 'desk' | 'inbox' | 'letter' | 'vault' | 'dates';

/** A namespace: one file of words. */
export type Namespace = keyof Checked | Loose;

/** A key, `namespace:path.to.words`. */
export type Key =
	{ [Name in keyof Checked]: `${Name}:${Leaf<Checked[Name]>}` }[keyof Checked] | `${Loose}:${string}`;

/** What fills the `{{places}}` in some words. `count` also chooses the plural form. */
export type Params = Readonly<Record<string, string | number>>;
