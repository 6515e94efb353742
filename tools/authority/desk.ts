/** The administrator's connection to a server: signs in, asks what waits, hands over what the root signed. */
import type { StaffId } from '../../src/lib/base/ids.ts';
import type { PublicJwk } from '../../src/lib/envelope/jwk.ts';

/** Keys that wait, as the server tells of them: claims, until their proof is checked. */
export interface WaitingKeys {
	readonly thumbprint: string;
	readonly staff: { readonly id: StaffId; readonly name: string; readonly roles: readonly string[] };
	readonly enc: PublicJwk;
	readonly sig: PublicJwk;
	readonly proof: string;
	readonly at: string;
}

/** The server's refusal, with its HTTP status. */
class ServerRefused extends Error {
	readonly status: number;
	constructor(message: string, status: number) {
		super(message);
		this.status = status;
	}
}

/** An administrator's session with the server at `origin`. */
export class AdministratorDesk {
	readonly #origin: string;
	readonly #cookie: string;
	private constructor(origin: string, cookie: string) {
		this.#origin = origin;
		this.#cookie = cookie;
	}

	/** Signs in. Throws Error, naming the server's reason, where it is refused. */
	static async signIn(origin: string, email: string, password: string): Promise<AdministratorDesk> {
		const response = await fetch(`${origin}/api/auth/sign-in/email`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin },
			body: JSON.stringify({ email, password })
		});
		if (!response.ok) throw new Error(`Signing in: ${await reasonOf(response)}`);
		const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
		return new AdministratorDesk(origin, cookies.join('; '));
	}

	async #ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
		const headers = { cookie: this.#cookie, origin: this.#origin, 'content-type': 'application/json' };
		const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
		const response = await fetch(this.#origin + path, init);
		if (!response.ok)
			throw new ServerRefused(`${method} ${path}: ${await reasonOf(response)}`, response.status);
		return (await response.json()) as Body;
	}

	/** Keys that wait, and the key with which this server signs receipts. */
	waiting(): Promise<{ keys: readonly WaitingKeys[]; server: PublicJwk }> {
		return this.#ask('GET', '/api/staff/keys');
	}

	/** The newest directory. */
	async directory(): Promise<string> {
		const { directory } = await this.#ask<{ directory: string }>('GET', '/api/directory');
		return directory;
	}

	/** Publishes `directory` (directory.jws). False where another administrator published one since it was read. */
	async publish(directory: string): Promise<boolean> {
		try {
			await this.#ask('PUT', '/api/staff/directory', { directory });
			return true;
		} catch (thrown) {
			if (thrown instanceof ServerRefused && thrown.status === 409) return false;
			throw thrown;
		}
	}
}

async function reasonOf(response: Response): Promise<string> {
	const body = (await response.json().catch(() => ({}))) as { reason?: string };
	return `${response.status} ${body.reason ?? ''}`;
}
