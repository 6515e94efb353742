/**
 * Who may import whom. One table of modules and one of heavy packages; the rules below are made from them, the table in
 * `docs/architecture.md` is written from them, and `tools/verify.mjs` holds the imports inside `.svelte` files to them
 * (dependency-cruiser does not see type-only imports there).
 */

/**
 * Module in `src/lib` → what it is for and what it may import: modules, or single files of one (`envelope/wire`).
 * A folder of `src/lib` that is not listed here is an error.
 * @type {Record<string, {for: string, imports: string[]}>}
 */
export const modules = {
	base: { for: 'bytes, ids, clock, result', imports: [] },
	passphrase: { for: 'Argon2id in one worker', imports: ['base'] },
	invitation: { for: 'the secret, six words, link, derived keys', imports: ['base', 'passphrase'] },
	i18n: { for: 'words in languages', imports: ['base'] },
	journey: { for: 'what is asked, as data; schema; next step; answers and views', imports: ['base'] },
	practice: { for: 'working days, bank holidays, practice packs', imports: ['base'] },
	picture: { for: 'the picture set and the parametric child', imports: ['base'] },
	ui: { for: 'components, tokens, fonts', imports: ['base', 'i18n', 'picture'] },
	drawing: {
		for: 'the picture model, its five ways in, painting',
		imports: ['base', 'i18n', 'picture', 'ui']
	},
	access: { for: 'leaving quickly, covering, guards', imports: ['base'] },
	recording: {
		for: 'records a voice, takes a photo',
		imports: ['base', 'i18n', 'journey', 'made', 'picture', 'ui']
	},
	made: {
		for: 'plays and shows what was made',
		imports: ['base', 'i18n', 'journey', 'drawing', 'picture', 'ui']
	},
	speech: { for: 'narration and highlight', imports: ['base', 'i18n', 'ui', 'access'] },
	dwelling: { for: 'what a pointer rests on is pressed', imports: ['scanning'] },
	scanning: { for: 'one switch or two: lights up, chooses', imports: ['access'] },
	player: {
		for: 'walks a journey; emits `onsubmit`',
		imports: [
			'base',
			'i18n',
			'journey',
			'drawing',
			'made',
			'recording',
			'picture',
			'ui',
			'speech',
			'scanning',
			'access'
		]
	},
	draft: { for: 'encrypted store and autosave', imports: ['base', 'journey', 'invitation'] },
	envelope: { for: 'wire, sign, seal, open, verify, keys', imports: ['base'] },
	outbox: {
		for: 'draft → seal → queue → POST',
		imports: ['base', 'journey', 'envelope', 'draft', 'invitation']
	},
	carry: {
		for: 'a draft on another device',
		imports: ['base', 'journey', 'invitation', 'envelope', 'draft', 'outbox']
	},
	lock: {
		for: 'four locks, six places, codes',
		imports: ['base', 'journey', 'passphrase', 'invitation', 'envelope', 'draft', 'outbox']
	},
	vault: { for: 'staff keys and their unlockers', imports: ['base', 'passphrase', 'envelope'] },
	inbox: {
		for: 'the chair opens, verifies, reads',
		imports: ['base', 'i18n', 'journey', 'made', 'picture', 'ui', 'envelope', 'vault']
	},
	desk: {
		for: 'meetings, invitations, letters, sign-in',
		imports: [
			'base',
			'i18n',
			'journey',
			'practice',
			'picture',
			'ui',
			'invitation',
			'outbox',
			'inbox',
			'vault',
			'passphrase'
		]
	},
	own: {
		for: 'an authority’s own journeys and packs, from a folder',
		imports: ['base', 'journey', 'practice', 'picture/names']
	},
	server: {
		for: 'ciphertext and accounts',
		imports: [
			'base',
			'journey/shipped',
			'own/read',
			'practice',
			'envelope/wire',
			'envelope/jwk',
			'envelope/jws',
			'envelope/mark',
			'envelope/device-act',
			'envelope/ask',
			'invitation/info'
		]
	}
};

/**
 * Heavy or powerful package → the only modules that import it.
 * @type {Record<string, string[]>}
 */
export const owners = {
	'hash-wasm': ['passphrase'],
	i18next: ['i18n'],
	dexie: ['draft'],
	howler: ['speech'],
	konva: ['drawing'],
	'perfect-freehand': ['drawing'],
	jose: ['envelope'],
	'@aws-sdk/client-s3': ['server'],
	kysely: ['server'],
	'better-sqlite3': ['server'],
	pg: ['server'],
	pino: ['server'],
	nodemailer: ['server'],
	'better-auth': ['server', 'desk'],
	'@simplewebauthn/server': ['server'],
	'@simplewebauthn/browser': ['vault', 'desk'],
	uqr: ['desk']
};

/** Tests beside the source may reach further: a test of the outbox opens what it sealed. */
const tests = '\\.test\\.ts$';

/** The files that an entry of the table stands for, as a regular expression. */
const filesOf = (/** @type {string} */ entry) => {
	const [module, file] = entry.split('/');
	return `^src/lib/${module}/${file ? `${file}\\.` : ''}`;
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'no-cycles',
			comment: 'Two files that need each other are one file, or three. Types alone may.',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'no-unlisted-module',
			comment: 'Each folder of src/lib has its row in the table of .dependency-cruiser.mjs.',
			severity: 'error',
			from: { path: '^src/lib/', pathNot: Object.keys(modules).map(filesOf) },
			to: {}
		},
		...Object.entries(modules).map(([name, { imports }]) => ({
			name: `module-${name}`,
			comment: `${name} may import: ${imports.join(', ') || 'nothing'}.`,
			severity: /** @type {const} */ ('error'),
			from: { path: filesOf(name), pathNot: tests },
			to: { path: '^src/(lib|routes)/', pathNot: [name, ...imports].map(filesOf) }
		})),
		...Object.entries(owners).map(([name, allowed]) => ({
			name: `owner-${name}`,
			comment: `${name} is imported by ${allowed.join(' and ')} alone.`,
			severity: /** @type {const} */ ('error'),
			from: { path: '^src/', pathNot: [...allowed.map(filesOf), tests] },
			to: { path: `node_modules/${name}/` }
		})),
		{
			name: 'server-stays-on-the-server',
			comment: 'Only what runs on the server imports src/lib/server.',
			severity: 'error',
			from: {
				path: '^src/',
				pathNot: [
					'^src/lib/server/',
					'^src/hooks\\.server',
					'^src/app\\.d\\.ts$',
					'\\+server\\.ts$',
					'\\.server\\.ts$'
				]
			},
			to: { path: '^src/lib/server/' }
		},
		{
			name: 'no-routes-from-the-library',
			comment: 'Routes compose; nothing imports them.',
			severity: 'error',
			from: { path: '^src/lib/' },
			to: { path: '^src/routes/' }
		},
		{
			name: 'no-development-packages',
			comment: 'What runs in production is a dependency, not a development one.',
			severity: 'error',
			from: { path: '^src/', pathNot: [tests, '\\.examples\\.ts$'] },
			to: {
				dependencyTypes: ['npm-dev'],
				dependencyTypesNot: ['type-only'],
				pathNot: 'node_modules/@sveltejs/kit'
			}
		},
		{
			name: 'resolvable',
			comment: 'An import leads somewhere.',
			severity: 'error',
			from: {},
			to: {
				couldNotResolve: true,
				pathNot: ['^\\./\\$types', '^\\$app/', '^\\$env/', '^\\$service-worker', '^virtual:']
			}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		// Its own, because paths are only followed from a base.
		tsConfig: { fileName: 'tsconfig.modules.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'types', 'default'],
			extensions: ['.ts', '.svelte', '.js', '.mjs', '.json', '.d.ts']
		}
	}
};
