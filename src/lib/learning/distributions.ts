// The distributions behind intervals and tests. Checked against published tables in the test beside this file.

/** ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, nine terms): about fifteen digits. */
function logGamma(x: number): number {
	const terms = [
		0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
		-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
		1.5056327351493116e-7
	];
	const y = x - 1;
	const t = y + 7.5;
	const sum = terms.reduce((all, term, index) => (index === 0 ? term : all + term / (y + index)));
	return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The regularised incomplete beta function I_x(a, b), by Lentz' continued fraction (Abramowitz & Stegun 1964, 26.5.8).
 *
 * @param x 0–1; @param a, @param b above 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	// On this side of the mode the fraction converges quickly; on the other side it is one minus its mirror.
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	const front = Math.exp(
		logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)
	);
	const floor = 1e-300;
	const away = (value: number) => (Math.abs(value) < floor ? floor : value);
	let c = 1;
	let d = 1 / away(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let m = 1; m <= 500; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		let step = 1;
		for (const term of [even, odd]) {
			d = 1 / away(1 + term * d);
			c = away(1 + term / c);
			step = c * d;
			fraction *= step;
		}
		if (Math.abs(step - 1) < 1e-14) break;
	}
	return (front * fraction) / a;
}

/** The chance that Student's t is as far from 0 as this, on either side. */
export function twoSided(t: number, freedom: number): number {
	return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** The value below which an F ratio stays with this chance. @param chance between 0 and 1 */
export function fQuantile(chance: number, one: number, other: number): number {
	// The share one·F / (one·F + other) has a beta distribution: found by halving.
	let [low, high] = [0, 1];
	for (let round = 0; round < 100; round++) {
		const middle = (low + high) / 2;
		if (incompleteBeta(middle, one / 2, other / 2) < chance) low = middle;
		else high = middle;
	}
	const share = (low + high) / 2;
	return (share * other) / ((1 - share) * one);
}
