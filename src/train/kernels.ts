/**
 * The three products of backpropagation over one flat memory m, for a group of k samples. A matrix of the network is
 * stored by rows, [units out × units in]; a signal has one row of k numbers per unit, so that samples stand side by side.
 *
 * Each sum is taken in one stated order, term by term, whatever the sizes: the blocks of four rows and two columns below
 * only work on eight of these sums at a time, which a processor does much faster. They change no bit.
 */

/** z[j][s] = b[j] + w[j][0] a[0][s] + w[j][1] a[1][s] + ..., added in this order. */
export function affine(
  m: Float64Array,
  w: number,
  b: number,
  a: number,
  z: number,
  unitsIn: number,
  unitsOut: number,
  k: number,
): void {
  let j = 0;
  for (; j + 3 < unitsOut; j += 4) {
    const w0 = w + j * unitsIn;
    const w1 = w0 + unitsIn;
    const w2 = w1 + unitsIn;
    const w3 = w2 + unitsIn;
    const b0 = m[b + j] as number;
    const b1 = m[b + j + 1] as number;
    const b2 = m[b + j + 2] as number;
    const b3 = m[b + j + 3] as number;
    let s = 0;
    for (; s + 1 < k; s += 2) {
      let z00 = b0;
      let z01 = b0;
      let z10 = b1;
      let z11 = b1;
      let z20 = b2;
      let z21 = b2;
      let z30 = b3;
      let z31 = b3;
      for (let i = 0, q = a + s; i < unitsIn; i++, q += k) {
        const x0 = m[q] as number;
        const x1 = m[q + 1] as number;
        const c0 = m[w0 + i] as number;
        const c1 = m[w1 + i] as number;
        const c2 = m[w2 + i] as number;
        const c3 = m[w3 + i] as number;
        z00 += c0 * x0;
        z01 += c0 * x1;
        z10 += c1 * x0;
        z11 += c1 * x1;
        z20 += c2 * x0;
        z21 += c2 * x1;
        z30 += c3 * x0;
        z31 += c3 * x1;
      }
      let to = z + j * k + s;
      m[to] = z00;
      m[to + 1] = z01;
      to += k;
      m[to] = z10;
      m[to + 1] = z11;
      to += k;
      m[to] = z20;
      m[to + 1] = z21;
      to += k;
      m[to] = z30;
      m[to + 1] = z31;
    }
    if (s < k) affineRows(m, w, b, a, z, unitsIn, j, j + 4, s, k);
  }
  affineRows(m, w, b, a, z, unitsIn, j, unitsOut, 0, k);
}

/** Of the same, rows from j to before jEnd, samples from s on: four samples at a time, then one. */
function affineRows(
  m: Float64Array,
  w: number,
  b: number,
  a: number,
  z: number,
  unitsIn: number,
  jStart: number,
  jEnd: number,
  sStart: number,
  k: number,
): void {
  for (let j = jStart; j < jEnd; j++) {
    const w0 = w + j * unitsIn;
    const bias = m[b + j] as number;
    const to = z + j * k;
    let s = sStart;
    for (; s + 3 < k; s += 4) {
      let z0 = bias;
      let z1 = bias;
      let z2 = bias;
      let z3 = bias;
      for (let i = 0, q = a + s; i < unitsIn; i++, q += k) {
        const c = m[w0 + i] as number;
        z0 += c * (m[q] as number);
        z1 += c * (m[q + 1] as number);
        z2 += c * (m[q + 2] as number);
        z3 += c * (m[q + 3] as number);
      }
      m[to + s] = z0;
      m[to + s + 1] = z1;
      m[to + s + 2] = z2;
      m[to + s + 3] = z3;
    }
    for (; s < k; s++) {
      let sum = bias;
      for (let i = 0, q = a + s; i < unitsIn; i++, q += k) sum += (m[w0 + i] as number) * (m[q] as number);
      m[to + s] = sum;
    }
  }
}

/**
 * Adds to the slopes of the weights and biases: g[j][i] += e[j][0] a[i][0] + e[j][1] a[i][1] + ..., h[j] += e[j][0] +
 * e[j][1] + ..., each term added to what is there, sample by sample.
 */
export function addSlopes(
  m: Float64Array,
  e: number,
  a: number,
  g: number,
  h: number,
  unitsIn: number,
  unitsOut: number,
  k: number,
): void {
  let j = 0;
  for (; j + 3 < unitsOut; j += 4) {
    const e0 = e + j * k;
    const e1 = e0 + k;
    const e2 = e1 + k;
    const e3 = e2 + k;
    const g0 = g + j * unitsIn;
    const g1 = g0 + unitsIn;
    const g2 = g1 + unitsIn;
    const g3 = g2 + unitsIn;
    let i = 0;
    for (; i + 1 < unitsIn; i += 2) {
      const a0 = a + i * k;
      const a1 = a0 + k;
      let g00 = m[g0 + i] as number;
      let g01 = m[g0 + i + 1] as number;
      let g10 = m[g1 + i] as number;
      let g11 = m[g1 + i + 1] as number;
      let g20 = m[g2 + i] as number;
      let g21 = m[g2 + i + 1] as number;
      let g30 = m[g3 + i] as number;
      let g31 = m[g3 + i + 1] as number;
      for (let s = 0; s < k; s++) {
        const x0 = m[a0 + s] as number;
        const x1 = m[a1 + s] as number;
        const c0 = m[e0 + s] as number;
        const c1 = m[e1 + s] as number;
        const c2 = m[e2 + s] as number;
        const c3 = m[e3 + s] as number;
        g00 += c0 * x0;
        g01 += c0 * x1;
        g10 += c1 * x0;
        g11 += c1 * x1;
        g20 += c2 * x0;
        g21 += c2 * x1;
        g30 += c3 * x0;
        g31 += c3 * x1;
      }
      m[g0 + i] = g00;
      m[g0 + i + 1] = g01;
      m[g1 + i] = g10;
      m[g1 + i + 1] = g11;
      m[g2 + i] = g20;
      m[g2 + i + 1] = g21;
      m[g3 + i] = g30;
      m[g3 + i + 1] = g31;
    }
    if (i < unitsIn) addSlopesOfRows(m, e, a, g, unitsIn, j, j + 4, i, k);
  }
  addSlopesOfRows(m, e, a, g, unitsIn, j, unitsOut, 0, k);
  addSums(m, e, h, unitsOut, k);
}

/** Of the same, rows from jStart to before jEnd, columns from iStart on: four columns at a time, then one. */
function addSlopesOfRows(
  m: Float64Array,
  e: number,
  a: number,
  g: number,
  unitsIn: number,
  jStart: number,
  jEnd: number,
  iStart: number,
  k: number,
): void {
  for (let j = jStart; j < jEnd; j++) {
    const e0 = e + j * k;
    const to = g + j * unitsIn;
    let i = iStart;
    for (; i + 3 < unitsIn; i += 4) {
      let g0 = m[to + i] as number;
      let g1 = m[to + i + 1] as number;
      let g2 = m[to + i + 2] as number;
      let g3 = m[to + i + 3] as number;
      for (let s = 0, q = a + i * k; s < k; s++, q++) {
        const c = m[e0 + s] as number;
        g0 += c * (m[q] as number);
        g1 += c * (m[q + k] as number);
        g2 += c * (m[q + 2 * k] as number);
        g3 += c * (m[q + 3 * k] as number);
      }
      m[to + i] = g0;
      m[to + i + 1] = g1;
      m[to + i + 2] = g2;
      m[to + i + 3] = g3;
    }
    for (; i < unitsIn; i++) {
      let sum = m[to + i] as number;
      for (let s = 0, q = a + i * k; s < k; s++, q++) sum += (m[e0 + s] as number) * (m[q] as number);
      m[to + i] = sum;
    }
  }
}

function addSums(m: Float64Array, e: number, h: number, unitsOut: number, k: number): void {
  let j = 0;
  for (; j + 3 < unitsOut; j += 4) {
    let h0 = m[h + j] as number;
    let h1 = m[h + j + 1] as number;
    let h2 = m[h + j + 2] as number;
    let h3 = m[h + j + 3] as number;
    for (let s = 0, q = e + j * k; s < k; s++, q++) {
      h0 += m[q] as number;
      h1 += m[q + k] as number;
      h2 += m[q + 2 * k] as number;
      h3 += m[q + 3 * k] as number;
    }
    m[h + j] = h0;
    m[h + j + 1] = h1;
    m[h + j + 2] = h2;
    m[h + j + 3] = h3;
  }
  for (; j < unitsOut; j++) {
    let sum = m[h + j] as number;
    for (let s = 0, q = e + j * k; s < k; s++, q++) sum += m[q] as number;
    m[h + j] = sum;
  }
}

/**
 * One layer back: d[i][s] = f'(z)[i][s] (w[0][i] e[0][s] + w[1][i] e[1][s] + ...), the sum in this order from 0 on.
 * f'(z) stands in the place where d comes.
 */
export function propagateBack(
  m: Float64Array,
  w: number,
  e: number,
  d: number,
  unitsIn: number,
  unitsOut: number,
  k: number,
): void {
  let i = 0;
  for (; i + 3 < unitsIn; i += 4) {
    let s = 0;
    for (; s + 1 < k; s += 2) {
      let d00 = 0;
      let d01 = 0;
      let d10 = 0;
      let d11 = 0;
      let d20 = 0;
      let d21 = 0;
      let d30 = 0;
      let d31 = 0;
      for (let j = 0, q = e + s, r = w + i; j < unitsOut; j++, q += k, r += unitsIn) {
        const x0 = m[q] as number;
        const x1 = m[q + 1] as number;
        const c0 = m[r] as number;
        const c1 = m[r + 1] as number;
        const c2 = m[r + 2] as number;
        const c3 = m[r + 3] as number;
        d00 += c0 * x0;
        d01 += c0 * x1;
        d10 += c1 * x0;
        d11 += c1 * x1;
        d20 += c2 * x0;
        d21 += c2 * x1;
        d30 += c3 * x0;
        d31 += c3 * x1;
      }
      let to = d + i * k + s;
      m[to] = (m[to] as number) * d00;
      m[to + 1] = (m[to + 1] as number) * d01;
      to += k;
      m[to] = (m[to] as number) * d10;
      m[to + 1] = (m[to + 1] as number) * d11;
      to += k;
      m[to] = (m[to] as number) * d20;
      m[to + 1] = (m[to + 1] as number) * d21;
      to += k;
      m[to] = (m[to] as number) * d30;
      m[to + 1] = (m[to + 1] as number) * d31;
    }
    if (s < k) propagateBackTo(m, w, e, d, unitsIn, unitsOut, i, i + 4, s, k);
  }
  propagateBackTo(m, w, e, d, unitsIn, unitsOut, i, unitsIn, 0, k);
}

/** Of the same, units from iStart to before iEnd, samples from sStart on. */
function propagateBackTo(
  m: Float64Array,
  w: number,
  e: number,
  d: number,
  unitsIn: number,
  unitsOut: number,
  iStart: number,
  iEnd: number,
  sStart: number,
  k: number,
): void {
  for (let i = iStart; i < iEnd; i++) {
    for (let s = sStart; s < k; s++) {
      let sum = 0;
      for (let j = 0, q = e + s, r = w + i; j < unitsOut; j++, q += k, r += unitsIn) {
        sum += (m[r] as number) * (m[q] as number);
      }
      const to = d + i * k + s;
      m[to] = (m[to] as number) * sum;
    }
  }
}
