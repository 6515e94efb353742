/**
 * Signing in, with better-auth (this file is its only importer): e-mail and passphrase, sessions in the database, no
 * signing up. Signing in never unlocks keys. No network address and no browser name is kept with a session.
 */
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'valibot';
import type { StaffId } from '../../base/ids.ts';
import { newId } from '../../base/ids.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import { findStaff, type Me, type Role } from './staff.ts';

/** Hours after which somebody signs in again. */
const sessionHours = 12;

/** The fewest characters of a passphrase (threat model). */
export const passphraseLeast = 15;

const options = (database: Database, origins: readonly string[], secret: string) => ({
	baseURL: origins[0] as string,
	basePath: '/api/auth',
	secret,
	trustedOrigins: [...origins],
	database: { db: database.db, type: database.dialect },
	emailAndPassword: {
		enabled: true,
		disableSignUp: true,
		minPasswordLength: passphraseLeast,
		maxPasswordLength: 200
	},
	session: { expiresIn: sessionHours * 3600, updateAge: 3600 },
	rateLimit: { enabled: false },
	telemetry: { enabled: false },
	logger: { disabled: true },
	advanced: {
		cookiePrefix: 'desk',
		useSecureCookies: (origins[0] as string).startsWith('https:'),
		defaultCookieAttributes: { sameSite: 'strict' as const, httpOnly: true, path: '/' },
		ipAddress: { disableIpTracking: true },
		database: { generateId: () => newId() }
	},
	databaseHooks: {
		session: {
			create: {
				before: (session: object) =>
					Promise.resolve({ data: { ...session, ipAddress: null, userAgent: null } })
			}
		}
	},
	plugins: [sessionPlugin]
});

/** Opens a session for somebody who has proved who they are in another way (a passkey). Cannot be reached over HTTP. */
const sessionPlugin = {
	id: 'session',
	endpoints: {
		openSession: createAuthEndpoint.serverOnly(
			{ method: 'POST', body: z.object({ staff: z.string() }) },
			async (ctx) => {
				const user = await ctx.context.internalAdapter.findUserById(ctx.body.staff);
				if (!user) throw new Refusal('signed-out');
				const session = await ctx.context.internalAdapter.createSession(user.id);
				await setSessionCookie(ctx, { session, user });
				return ctx.json({});
			}
		)
	}
};

const make = (database: Database, origins: readonly string[], secret: string) =>
	betterAuth(options(database, origins, secret));

/** The part of better-auth that the rest of the server sees. */
export interface Auth {
	/** Checks e-mail and passphrase: the person and the headers that set their session's cookie, or null. */
	signIn(email: string, passphrase: string): Promise<SignedIn | null>;
	/** A session for `staff`, who has just proved who they are. Null for somebody who left. */
	openSession(staff: StaffId): Promise<SignedIn | null>;
	/** Ends the session of `headers`; the headers that take the cookie away. */
	signOut(headers: Headers): Promise<Headers>;
	/** Whose session `headers` carry; null where there is none, or it ended. */
	whoIs(headers: Headers): Promise<Me | null>;
	/** Makes an account. Throws Refusal `conflict` where the address is taken, `malformed` for a short passphrase. */
	makeAccount(account: NewAccount): Promise<StaffId>;
}

/** Somebody who has just signed in. */
export interface SignedIn {
	readonly me: Me;
	readonly headers: Headers;
}

/** What makes an account. */
export interface NewAccount {
	readonly name: string;
	readonly email: string;
	readonly passphrase: string;
	readonly roles: readonly Role[];
}

const cookiesOf = (from: Headers): Headers => {
	const headers = new Headers();
	for (const cookie of from.getSetCookie()) headers.append('set-cookie', cookie);
	return headers;
};

/** Opens better-auth on `database`. `origins`: the desk's own first; `secret` signs cookies and must stay the same. */
export function openAuth(database: Database, origins: readonly string[], secret: string): Auth {
	const auth = make(database, origins, secret);
	const headersOf = (cookie: string): Headers => new Headers({ cookie, origin: origins[0] as string });

	return {
		async signIn(email, passphrase) {
			const response = await auth.api.signInEmail({
				body: { email, password: passphrase },
				headers: headersOf(''),
				asResponse: true
			});
			if (!response.ok) return null;
			const { user } = (await response.json()) as { user: { id: StaffId } };
			const me = await findStaff(database, user.id);
			return me && { me, headers: cookiesOf(response.headers) };
		},
		async openSession(staff) {
			const me = await findStaff(database, staff);
			if (!me) return null;
			const response = await auth.api.openSession({ body: { staff }, asResponse: true });
			return { me, headers: cookiesOf(response.headers) };
		},
		async signOut(headers) {
			const response = await auth.api.signOut({
				headers: headersOf(headers.get('cookie') ?? ''),
				asResponse: true
			});
			return cookiesOf(response.headers);
		},
		async whoIs(headers) {
			const cookie = headers.get('cookie');
			if (!cookie) return null;
			const found = await auth.api.getSession({ headers: headersOf(cookie) });
			return found ? findStaff(database, found.user.id as StaffId) : null;
		},
		async makeAccount({ name, email, passphrase, roles }) {
			if ([...passphrase].length < passphraseLeast) throw new Refusal('malformed');
			const context = await auth.$context;
			const password = await context.password.hash(passphrase);
			const id = newId<StaffId>();
			const now = new Date();
			await database.db.transaction().execute(async (trx) => {
				// PostgreSQL takes dates, SQLite text and numbers: as better-auth's own adapter writes them.
				const moment = database.dialect === 'postgres' ? now : now.toISOString();
				const verified = database.dialect === 'postgres' ? true : 1;
				const times = { createdAt: moment, updatedAt: moment };
				const { numInsertedOrUpdatedRows } = await trx
					.insertInto('user')
					.values({ id, name, email: email.toLowerCase(), emailVerified: verified, image: null, ...times })
					.onConflict((conflict) => conflict.doNothing())
					.executeTakeFirstOrThrow();
				if (numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict');
				await trx
					.insertInto('account')
					.values({
						id: newId(),
						userId: id,
						accountId: id,
						providerId: 'credential',
						password,
						...times
					})
					.execute();
				await trx
					.insertInto('staff')
					.values({ id, name, roles: JSON.stringify(roles), leftAt: null })
					.execute();
			});
			return id;
		}
	};
}
