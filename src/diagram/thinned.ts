type Point = readonly [number, number];

/** A sampled curve as a line through fewer points: the others lie on it, or are in y no further from it than `tolerance`. */
export function thinned(points: readonly Point[], tolerance: number): readonly Point[] {
  let from = 0;
  return points.filter((end, i) => {
    const start = points[from] ?? end;
    const next = points[i + 1];
    const isOff = ([x, y]: Point) =>
      !next || Math.abs(y - start[1] - ((x - start[0]) * (next[1] - start[1])) / (next[0] - start[0])) > tolerance;
    if (i > 0 && !points.slice(from + 1, i + 1).some(isOff)) return false;
    from = i;
    return true;
  });
}
