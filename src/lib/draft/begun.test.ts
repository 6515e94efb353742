import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { databaseName } from './begun.ts';

it('asks for the database that the store opens', () => {
	const store = readFileSync(new URL('store.ts', import.meta.url), 'utf8');
	expect(store).toContain(`super('${databaseName}'`);
});
