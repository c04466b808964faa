// Turn decimal text into exact rational numbers, and those into rounded decimals. No binary float ever holds money.

/** A rational number in lowest terms: numerator / denominator, denominator > 0. Immutable. */
export class Exact {
  readonly n: bigint;
  readonly d: bigint;

  private constructor(n: bigint, d: bigint) {
    this.n = n;
    this.d = d;
  }

  static readonly zero = new Exact(0n, 1n);
  static readonly one = new Exact(1n, 1n);

  /** numerator / denominator, reduced. Throws on a zero denominator: callers test for it first. */
  static of(n: bigint | number, d: bigint | number = 1n): Exact {
    let num = BigInt(n);
    let den = BigInt(d);
    if (den === 0n) throw new RangeError('exact: division by zero');
    if (den < 0n) {
      num = -num;
      den = -den;
    }
    return Exact.#reduced(num, den);
  }

  /** Of a denominator above zero. */
  static #reduced(n: bigint, d: bigint): Exact {
    if (d === 1n) return new Exact(n, d);
    const g = gcd(n < 0n ? -n : n, d);
    return g === 1n ? new Exact(n, d) : new Exact(n / g, d / g);
  }

  /** Plain decimal text such as `-12.50`: optional sign, digits, optional point and digits. Anything else is undefined. */
  static parse(text: string): Exact | undefined {
    const m = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
    if (!m) return undefined;
    const fraction = m[3] ?? '';
    const n = BigInt((m[2] ?? '') + fraction);
    return Exact.of(m[1] === '-' ? -n : n, powerOfTen(fraction.length));
  }

  /** Reads back what `toString` writes, a decimal or `n/d`, up to a thousand digits a part. Undefined for anything else, a zero denominator included. */
  static read(text: string): Exact | undefined {
    const m = /^(-?\d{1,1000})(?:\.(\d{1,1000})|\/(\d{1,1000}))?$/.exec(text);
    if (!m) return undefined;
    const [, whole = '', decimals = '', denominator] = m;
    const d = denominator === undefined ? 10n ** BigInt(decimals.length) : BigInt(denominator);
    return d === 0n ? undefined : Exact.of(BigInt(whole + decimals), d);
  }

  add(o: Exact): Exact {
    if (this.d === o.d) return Exact.#reduced(this.n + o.n, this.d);
    return Exact.#reduced(this.n * o.d + o.n * this.d, this.d * o.d);
  }
  sub(o: Exact): Exact {
    if (this.d === o.d) return Exact.#reduced(this.n - o.n, this.d);
    return Exact.#reduced(this.n * o.d - o.n * this.d, this.d * o.d);
  }
  mul(o: Exact): Exact {
    return Exact.#reduced(this.n * o.n, this.d * o.d);
  }
  /** Throws on division by zero: test `o.isZero` first and report it as a finding. */
  div(o: Exact): Exact {
    return Exact.of(this.n * o.d, this.d * o.n);
  }
  neg(): Exact {
    return new Exact(-this.n, this.d);
  }
  abs(): Exact {
    return this.n < 0n ? this.neg() : this;
  }
  compare(o: Exact): number {
    const [a, b] = this.d === o.d ? [this.n, o.n] : [this.n * o.d, o.n * this.d];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  equals(o: Exact): boolean {
    return this.n === o.n && this.d === o.d;
  }
  get isZero(): boolean {
    return this.n === 0n;
  }
  /** -1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    return this.n < 0n ? -1 : this.n > 0n ? 1 : 0;
  }

  /** Half-up on the magnitude (四捨五入) to `decimals` places: 2.5 → 3, -2.5 → -3. */
  round(decimals = 0): Exact {
    const p = powerOfTen(decimals);
    const mag = this.n < 0n ? -this.n : this.n;
    const units = (2n * mag * p + this.d) / (2n * this.d);
    return Exact.of(this.n < 0n ? -units : units, p);
  }
  /** Toward zero (切捨て) to `decimals` places. */
  truncate(decimals = 0): Exact {
    const p = powerOfTen(decimals);
    return Exact.of((this.n * p) / this.d, p);
  }

  /** Decimal text with exactly `decimals` places, truncated beyond; exact when the value has no more places. No separators. */
  toFixed(decimals = 0): string {
    if (decimals === 0 && this.d === 1n) return this.n.toString();
    const p = powerOfTen(decimals);
    const units = (this.n * p) / this.d;
    const mag = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
    const whole = mag.slice(0, mag.length - decimals);
    const sign = units < 0n ? '-' : '';
    return decimals === 0 ? sign + whole : `${sign}${whole}.${mag.slice(-decimals)}`;
  }
  /** Exact text: a terminating decimal (`-193782000`, `121.74`), else a fraction `n/d`. */
  toString(): string {
    if (this.d === 1n) return this.n.toString();
    let d = this.d;
    let places = 0;
    let twos = 0;
    let fives = 0;
    while (d % 2n === 0n) {
      d /= 2n;
      twos++;
    }
    while (d % 5n === 0n) {
      d /= 5n;
      fives++;
    }
    if (d !== 1n) return `${this.n}/${this.d}`;
    places = Math.max(twos, fives);
    return this.toFixed(places);
  }
  /** The same as `toString`, so that JSON never holds a float. */
  toJSON(): string {
    return this.toString();
  }
}

/** Those of the decimals that figures are typed and printed with. */
const powersOfTen = Array.from({ length: 20 }, (_, decimals) => 10n ** BigInt(decimals));

function powerOfTen(decimals: number): bigint {
  return powersOfTen[decimals] ?? 10n ** BigInt(decimals);
}

/** Up to here a number is a whole number exactly, and divides in a fraction of a bigint's time. */
const largestNumber = BigInt(Number.MAX_SAFE_INTEGER);

/** Of a number that is not below zero and one above it. */
function gcd(number: bigint, above: bigint): bigint {
  let [a, b] = [number, above];
  while (b !== 0n) {
    if (a <= largestNumber && b <= largestNumber) return BigInt(gcdOfNumbers(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a;
}

function gcdOfNumbers(number: number, above: number): number {
  let [a, b] = [number, above];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
