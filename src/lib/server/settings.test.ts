import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it('has defaults for one’s own machine', () => {
	expect(readSettings({})).toMatchObject({
		database: { folder: resolve('data'), url: null },
		bucket: null,
		origin: 'http://localhost:3000',
		origins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
		secret: null,
		logLevel: 'info'
	});
});

it('takes what is set, an empty text counting as not set', () => {
	const settings = readSettings({
		ORIGIN: 'https://views.example.org',
		DATA_DIR: '/srv/views',
		DATABASE_URL: 'postgres://views@db/views',
		COOKIE_SECRET: 'secret',
		LOG_LEVEL: ''
	});
	expect(settings).toMatchObject({
		database: { folder: '/srv/views', url: 'postgres://views@db/views' },
		origins: ['https://views.example.org'],
		secret: 'secret',
		logLevel: 'info'
	});
	expect(readSettings({ BLOBS_BUCKET: 'views', BLOBS_ENDPOINT: 'https://store.example' }).bucket).toEqual({
		name: 'views',
		endpoint: 'https://store.example',
		region: 'us-east-1'
	});
	expect(readSettings({ PORT: '4000', DATABASE_URL: '' })).toMatchObject({
		origin: 'http://localhost:4000',
		database: { url: null }
	});
});

it('names the setting that is wrong', () => {
	expect(() => readSettings({ ORIGIN: 'https://a.example/path' })).toThrow(/ORIGIN/);
	expect(() => readSettings({ ORIGIN: 'views' })).toThrow(/ORIGIN/);
	expect(() => readSettings({ DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL/);
	expect(() => readSettings({ BLOBS_BUCKET: 'views', BLOBS_ENDPOINT: 'store' })).toThrow(/BLOBS_ENDPOINT/);
	expect(() => readSettings({ BLOBS_ENDPOINT: 'https://store.example' })).toThrow(/BLOBS_BUCKET/);
	expect(() => readSettings({ LOG_LEVEL: 'trace' })).toThrow(/LOG_LEVEL/);
});
