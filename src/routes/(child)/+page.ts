/** The first screen is drawn at build time and needs no framework in the browser: `enter.ts` brings the rest. */
export const prerender = true;
export const csr = false;
