import data from '#lib/server/badges/badge.png?inline';

/** The picture of the badge: badge.svg beside it, drawn at 512 by 512. */
export const picture = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
