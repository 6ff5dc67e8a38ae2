import { isoDay } from '#lib/i18n/format.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The day of a moment in the Netherlands, as the midnight of that day in UTC, so that one can count with it. */
const dayOf = (moment: Date) => Date.parse(`${isoDay(moment)}T00:00:00Z`);
/** 0 for Monday to 6 for Sunday. */
const weekdayOf = (day: number) => (new Date(day).getUTCDay() + 6) % 7;

/** The week of a moment in the Netherlands by ISO 8601, such as `2026-W48`: a week belongs to the year of its Thursday. */
export function isoWeek(moment: Date): string {
	const day = dayOf(moment);
	const thursday = new Date(day + (3 - weekdayOf(day)) * DAY);
	const year = thursday.getUTCFullYear();
	const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
	return `${year}-W${String(week).padStart(2, '0')}`;
}

const hour = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Amsterdam',
	hourCycle: 'h23',
	hour: 'numeric'
});

/**
 * Whether a mail nobody waits for may go out: Tuesday to Friday, from eight to six by the clock of the Netherlands.
 * Not on Monday, when a mailbox is full, and not when people are free.
 */
export function mayWriteNow(now: Date): boolean {
	const weekday = weekdayOf(dayOf(now));
	const at = Number(hour.format(now));
	return weekday >= 1 && weekday <= 4 && at >= 8 && at < 18;
}
