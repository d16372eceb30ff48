/**
 * Where each line of a long list stands, though few have been drawn and measured: heights in a binary indexed tree
 * (Fenwick 1994, "A new data structure for cumulative frequency tables"), so that one that turns out different from
 * what was thought costs the logarithm of their number. All in CSS px.
 */
export class Heights {
  private readonly tree: Float64Array;
  private readonly own: Float64Array;

  constructor(heights: Float64Array) {
    this.own = heights.slice();
    this.tree = new Float64Array(heights.length + 1);
    for (let at = 1; at <= heights.length; at++) {
      this.tree[at]! += heights[at - 1]!;
      const above = at + (at & -at);
      if (above <= heights.length) this.tree[above]! += this.tree[at]!;
    }
  }

  get count(): number {
    return this.own.length;
  }

  get total(): number {
    return this.top(this.count);
  }

  of(line: number): number {
    return this.own[line]!;
  }

  /** Where a line begins; for `count`, where the last one ends. */
  top(line: number): number {
    let sum = 0;
    for (let at = line; at > 0; at -= at & -at) sum += this.tree[at]!;
    return sum;
  }

  set(line: number, height: number): void {
    const more = height - this.own[line]!;
    this.own[line] = height;
    for (let at = line + 1; at <= this.count; at += at & -at) this.tree[at]! += more;
  }

  /** The line at a distance from the top: the last that begins at or above it. */
  at(distance: number): number {
    let line = 0;
    let left = distance;
    for (let step = 1 << (31 - Math.clz32(Math.max(1, this.count))); step > 0; step >>= 1) {
      const next = line + step;
      if (next > this.count || this.tree[next]! > left) continue;
      line = next;
      left -= this.tree[next]!;
    }
    return Math.max(0, Math.min(line, this.count - 1));
  }
}
