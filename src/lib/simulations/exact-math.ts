/**
 * exp and ln that give the same bits in every engine. The language leaves those of `Math` to the engine, and engines do
 * differ in the last digit; a run that is the same for the same seed cannot be made of them.
 *
 * Method and constants: fdlibm (Sun Microsystems, 1993), e_exp.c and e_log.c: an argument is brought near 0 with powers of
 * two, where a polynomial is exact to less than one unit in the last place. Only +, −, ×, ÷ and rounding to an integer are
 * used, which IEEE 754 fixes.
 */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** x · 2ⁿ, exactly, within what a number can hold. */
function scale(x: number, n: number): number {
	let scaled = x;
	for (let left = n; left !== 0;) {
		const step = Math.max(-1000, Math.min(1000, left));
		// Powers of two are exact, however they are made.
		scaled *= step < 0 ? 1 / twoTo(-step) : twoTo(step);
		left -= step;
	}
	return scaled;
}
function twoTo(n: number): number {
	let power = 1;
	for (let at = 0; at < n; at++) power *= 2;
	return power;
}

/** e to the power x. */
export function exp(x: number): number {
	if (Number.isNaN(x)) return NaN;
	if (x > 709.782712893384) return Infinity;
	if (x < -745.133219101941) return 0;
	const k = Math.round(x * 1.442695040888963387);
	const high = x - k * LN2_HIGH;
	const low = k * LN2_LOW;
	const r = high - low;
	const t = r * r;
	const c =
		r -
		t *
			(1.66666666666666019037e-1 +
				t *
					(-2.77777777770155933842e-3 +
						t *
							(6.61375632143793436117e-5 +
								t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
	return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** The natural logarithm of x. */
export function ln(x: number): number {
	if (Number.isNaN(x) || x < 0) return NaN;
	if (x === 0) return -Infinity;
	if (x === Infinity) return Infinity;
	// x = m · 2ᵏ with m between √½ and √2.
	let [m, k] = [x, 0];
	for (; m >= Math.SQRT2; k++) m /= 2;
	for (; m < Math.SQRT1_2; k--) m *= 2;
	const f = m - 1;
	const s = f / (2 + f);
	const z = s * s;
	const w = z * z;
	const odd =
		z *
		(6.66666666666673513e-1 +
			w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
	const even =
		w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
	const half = 0.5 * f * f;
	return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}
