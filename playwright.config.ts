/** How the browser tests are run: in Chromium, against the real production server, started once per run. */
import { defineConfig, devices } from '@playwright/test';

const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
	testDir: 'tests',
	outputDir: 'test-results',
	globalSetup: './tests/fixtures/global-setup.ts',
	forbidOnly: true,
	fullyParallel: true,
	workers: 2,
	// Headless Chromium now and then stops drawing after its window was resized, on a busy machine, and nothing more can be pressed:
	// a test is tried once more, and `npm test` names each that needed it, for that may be a defect as well.
	retries: 1,
	// For whole journeys on a slow machine: what is tested is never the time.
	timeout: 300_000,
	expect: { timeout: 30_000 },
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		baseURL: process.env['MY_SAY_ORIGIN'] ?? '',
		// A trace costs half of the time; ask for one with TRACE=1.
		trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
		serviceWorkers: 'allow',
		// Nothing settles or slides while it is looked at; `tests/accessibility` looks at movement itself.
		contextOptions: { reducedMotion: 'reduce' },
		actionTimeout: 30_000,
		navigationTimeout: 60_000,
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			// No sandbox as root in a container; no traffic of the browser's own.
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
		}
	},
	projects: [
		{ name: 'e2e', testDir: 'tests/e2e' },
		{ name: 'accessibility', testDir: 'tests/accessibility' }
	]
});
