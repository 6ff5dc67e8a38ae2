import type { App } from './app.ts';

let current: App | undefined;

export function setApp(app: App): App {
	return (current = app);
}

/** The app this process runs; for routes, which have no other way to reach it. */
export function app(): App {
	if (!current) throw new Error('The app has not started');
	return current;
}
