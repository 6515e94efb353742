/**
 * What eslint holds this project to. Owns rules about code; rules about files and folders are in `tools/verify.mjs`,
 * rules about imports in `.dependency-cruiser.mjs`.
 */
import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Comments that silence or postpone: the thing itself is to be mended. */
const silencing = { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' };

export default ts.config(
	{
		ignores: [
			'node_modules/',
			'tools/node/',
			'tools/postgres/node_modules/',
			'.svelte-kit/',
			'build/',
			'data/',
			'static/',
			'test-results/',
			'playwright-report/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows which names exist.
			'no-undef': 'off',
			'no-warning-comments': ['error', silencing],
			'no-console': 'off',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-eval': 'error',
			'no-implied-eval': 'error',
			'no-new-func': 'error',
			'prefer-const': 'error',
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }
			]
		}
	},
	{
		// Rules that ask the type checker, for the code where a forgotten promise loses a child's words.
		files: ['src/**/*.ts'],
		ignores: ['src/service-worker/**'],
		languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/only-throw-error': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		languageOptions: {
			parserOptions: {
				parser: ts.parser,
				extraFileExtensions: ['.svelte'],
				svelteConfig: { compilerOptions: { runes: true } }
			}
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$derived'] }],
			// Sets and maps here are replaced whole, under `$state.raw`.
			'svelte/prefer-svelte-reactivity': 'off',
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error',
			// The product stands at the root of its host and has no client-side links to resolve.
			'svelte/no-navigation-without-resolve': 'off',
			'no-restricted-syntax': [
				'error',
				{
					selector: 'SvelteAttribute[key.name="style"]',
					message:
						'The content security policy refuses it: use a class, a data attribute or a `style:` directive.'
				},
				{
					selector: 'SvelteAttribute[key.name=/^on[a-z]+$/] > SvelteLiteral',
					message: 'The content security policy refuses inline handlers.'
				}
			]
		}
	},
	{
		// Every export of the library says its contract.
		files: ['src/lib/**/*.ts'],
		ignores: ['**/*.test.ts', '**/*.examples.ts'],
		plugins: { jsdoc },
		rules: {
			'jsdoc/require-jsdoc': [
				'error',
				{
					publicOnly: { esm: true, cjs: false, window: false },
					checkConstructors: false,
					enableFixer: false,
					require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: false },
					contexts: [
						'ExportNamedDeclaration > VariableDeclaration',
						'ExportNamedDeclaration > TSInterfaceDeclaration',
						'ExportNamedDeclaration > TSTypeAliasDeclaration'
					]
				}
			],
			'jsdoc/require-description': ['error', { contexts: ['any'], checkConstructors: false }],
			'jsdoc/no-types': 'error',
			'jsdoc/check-alignment': 'error'
		}
	},
	{ files: ['static/**', 'src/service-worker/**'], languageOptions: { globals: globals.serviceworker } }
);
