/** How far Amsterdam is ahead of UTC at a moment, in milliseconds. */
function offset(at: number): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: 'Europe/Amsterdam',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	}).formatToParts(at);
	const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	const local = Date.UTC(
		of('year'),
		of('month') - 1,
		of('day'),
		of('hour'),
		of('minute'),
		of('second')
	);
	return local - Math.floor(at / 1000) * 1000;
}

/** yyyy-mm-dd as people in the Netherlands mean it: the first moment of that day. Undefined for what is no day. */
export function startOfDay(day: string): Date | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.trim());
	if (!match) return undefined;
	const [, year = 0, month = 0, date = 0] = match.map(Number);
	const utc = Date.UTC(year, month - 1, date);
	const real = new Date(utc);
	if (year < 2000 || year > 2100 || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date)
		return undefined;
	return new Date(utc - offset(utc - offset(utc)));
}

/** The last moment of a day: what is due on a day may be done until midnight. */
export function endOfDay(day: string): Date | undefined {
	const start = startOfDay(day);
	if (!start) return undefined;
	const next = new Date(start.getTime() + 36 * 60 * 60 * 1000);
	const iso = new Intl.DateTimeFormat('sv-SE', {
		dateStyle: 'short',
		timeZone: 'Europe/Amsterdam'
	}).format(next);
	const end = startOfDay(iso);
	return end && new Date(end.getTime() - 1);
}
