/**
 * The habits of this house that no linter knows: names, sizes, docstrings, READMEs, logical CSS, one table of modules.
 * Each check is a name and a function that lists what it found, one line each; none found means it holds.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { modules, owners } from '../.dependency-cruiser.mjs';
import { root } from './command.mjs';

const folders = '{src,tests,tools,bench}';
const ours = (/** @type {string} */ pattern) =>
	globSync(pattern, {
		cwd: root,
		exclude: (path) => ['node_modules', 'build', '.svelte-kit', 'data'].includes(basename(path))
	})
		.map((path) => path.replaceAll('\\', '/'))
		.sort();
const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
const code = () => ours(`${folders}/**/*.{ts,js,mjs,svelte,css}`);

/** Every line of `paths` that `pattern` is found in, as `path:line what`. */
function linesWith(/** @type {string[]} */ paths, /** @type {RegExp} */ pattern, /** @type {string} */ what) {
	return paths.flatMap((path) =>
		read(path)
			.split('\n')
			.flatMap((line, at) =>
				pattern.test(line) ? [`${path}:${at + 1} ${what}: ${line.trim().slice(0, 90)}`] : []
			)
	);
}

/** Files over 400 lines. Data is as long as it is. */
const sizes = () =>
	code()
		.map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
		.filter(({ lines }) => lines > 400)
		.map(({ path, lines }) => `${path} has ${lines} lines; a file that owns two things is two files`);

/** Files over 250 lines: worth a thought, not an error. */
export const long = () =>
	code()
		.map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
		.filter(({ lines }) => lines > 250 && lines <= 400)
		.map(({ path, lines }) => `${path} (${lines})`);

/** Names that do not say what they are. */
const names = () =>
	ours(`${folders}/**/*`)
		.filter((path) =>
			/(^|\/)(utils?|helpers?|common|misc|types|services?|managers?|stuff)(\/|\.[a-z.]+$|$)/.test(path)
		)
		.map((path) => `${path}: the name does not say what it is`);

/** Each file opens with one docstring that says what it owns. */
const docstrings = () =>
	ours(`${folders}/**/*.{ts,mjs,svelte}`)
		.filter((path) => !path.endsWith('.d.ts') && !path.endsWith('.test.ts'))
		.filter((path) => {
			const text = read(path).replace(/^#!.*\n|^(\/\/\/.*\n)+/, '');
			return path.endsWith('.svelte')
				? !/^\s*(<!--|<script[^>]*>\s*\/\*\*)/.test(text)
				: !text.startsWith('/**');
		})
		.map((path) => `${path} does not open with a docstring that says what it owns`);

/** Each module has a README of 10 to 25 lines or so. */
const readmes = () =>
	Object.keys(modules)
		.filter((name) => ours(`src/lib/${name}/*.{ts,svelte}`).length > 0)
		.flatMap((name) => {
			const path = `src/lib/${name}/README.md`;
			if (!existsSync(join(root, path))) return [`${path} is missing`];
			const lines = read(path).trimEnd().split('\n').length;
			return lines < 8 || lines > 40 ? [`${path} has ${lines} lines; 10 to 25 say it`] : [];
		});

/** Left and right turn round with the language: only start and end are used. */
const logicalCss = () =>
	linesWith(
		ours('src/**/*.{svelte,css}'),
		/(?:^|[;{\s])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius|(?:left|right)\s*:\s*[^;,)]+;|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)/,
		'physical CSS'
	);

/** Tests that do not run, checks that cannot fail, linters silenced. */
const silenced = () =>
	linesWith(
		code(),
		new RegExp(
			[
				'\\b(?:test|it|describe)\\.(?:skip|only|todo|fixme|fails)\\b',
				'@ts-(?:ignore|nocheck)',
				'eslint-disable',
				'prettier-ignore',
				'expect\\((?:true|1)\\)\\.to'
			].join('|')
		),
		'silenced'
	).filter((line) => !line.startsWith('tools/house.mjs'));

/** Paths of one machine have no place in a project. */
const machinePaths = () =>
	linesWith(
		ours(
			'{*.{md,json,js,ts,mjs},{src,tests,tools,bench,docs,locales}/**/*.{md,json,js,ts,mjs,svelte,css,html}}'
		).filter((path) => !path.endsWith('package-lock.json')),
		/(?:^|[\s'"`(=])(?:\/work\/|\/tmp\/|\/home\/|\/root\/|\/Users\/|[A-Z]:\\)/,
		'a path of one machine'
	);

/** What the content security policy would refuse anyway, in the page's frame. */
const inlineStyles = () =>
	linesWith(ours('src/**/*.html'), /\sstyle=|\son[a-z]+=/, 'inline style or handler');

/** The imports inside `.svelte` files, type-only ones too, against the table of modules. */
function svelteImports() {
	return ours('src/lib/**/*.svelte').flatMap((path) => {
		const from = path.split('/')[2] ?? '';
		const allowed = [from, ...(modules[from]?.imports ?? [])];
		return [...read(path).matchAll(/\bfrom\s+'([^']+)'|\bimport\('([^']+)'\)/g)].flatMap((match) => {
			const target = match[1] ?? match[2] ?? '';
			const owner = Object.entries(owners).find(([name]) => target === name || target.startsWith(`${name}/`));
			if (owner && !owner[1].includes(from)) return [`${path} imports ${target}, which ${owner[1]} owns`];
			if (!target.startsWith('.'))
				return target.startsWith('$lib') ? [`${path}: ${target} is to be relative`] : [];
			const file = posix.join(dirname(path), target);
			const rest = file.startsWith('src/lib/') ? file.slice('src/lib/'.length) : null;
			if (rest === null) return [`${path} imports ${target}, outside the library`];
			return allowed.some((entry) => rest.startsWith(`${entry}/`) || rest.startsWith(`${entry}.`))
				? []
				: [`${path} imports ${target}; ${from} may not`];
		});
	});
}

const architecture = 'docs/architecture.md';
const fence = /<!-- modules -->[\s\S]*?<!-- \/modules -->/;

/** The table of modules as Markdown, aligned as Prettier aligns it. */
function moduleTable() {
	const owned = (/** @type {string} */ name) =>
		Object.entries(owners)
			.filter(([, who]) => who.includes(name))
			.map(([packageName]) => `\`${packageName}\``)
			.join(', ');
	const rows = [
		['module in `src/lib`', 'purpose', 'may import', 'owns the packages'],
		...Object.entries(modules).map(([name, row]) => [
			name,
			row.for,
			row.imports.join(', ') || 'nothing',
			owned(name)
		])
	];
	const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
	const line = (/** @type {string[]} */ row) =>
		`| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	const [head, ...body] = rows.map(line);
	return `<!-- modules -->\n\n${[head, rule, ...body].join('\n')}\n\n<!-- /modules -->`;
}

/** `docs/architecture.md` shows the table that holds. */
const architectureTable = () =>
	read(architecture).match(fence)?.[0] === moduleTable()
		? []
		: [`${architecture} does not show the table of .dependency-cruiser.mjs; \`npm run fix\` writes it`];

/** Writes what can be written: the table of modules. */
export function mend() {
	const text = read(architecture);
	if (fence.test(text))
		writeFileSync(
			join(root, architecture),
			text.replace(fence, () => moduleTable())
		);
}

/** Every check, by the name under which it is reported. */
export const checks = {
	'file sizes': sizes,
	'names that say what they are': names,
	docstrings,
	'a README in each module': readmes,
	'logical CSS only': logicalCss,
	'no inline style': inlineStyles,
	'nothing silenced or skipped': silenced,
	'no path of one machine': machinePaths,
	'imports inside .svelte files': svelteImports,
	'the table of modules in docs': architectureTable
};
