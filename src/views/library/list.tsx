/**
 * A list of any length, of which only what can be seen is in the page. The window scrolls, as with any page.
 *
 * Browsers draw no element taller than some 17 million px (Firefox) or 33 million (Chromium), and a hundred thousand
 * passages are taller: the list is then as tall as `TALLEST`, and scrolling by a pixel moves it by a little more.
 */
import { Component, type ComponentChildren, createRef, type RefObject } from "preact";
import { Heights } from "./heights";

/** Height of the header that lies over the list, in CSS px; also in library.css. */
const COVERED = 64;
/** Of what stands below the list, by which the window scrolls further; also in library.css. */
const BELOW = 120;

/** CSS px. */
const TALLEST = 12_000_000;
/** What is drawn above and below what can be seen, in px: enough for a turn of the wheel. */
const BEYOND = 600;

interface ListProps<T> {
  items: readonly T[];
  keyOf(item: T): string;
  /** What an item's height is remembered by. */
  heightOf(item: T): object;
  /** What an item is thought to be tall, in px, in a list of this width. */
  estimate(item: T, width: number): number;
  draw(item: T, line: number): ComponentChildren;
  /** Comes into sight and has the focus whenever `moves` has changed, and, where nothing else has it, `resumes`. */
  line: number;
  moves?: number;
  resumes: number;
  /** Name of the list, for screen readers. */
  label: string;
  /** Whether several of its lines can be selected. */
  selectable?: boolean;
}

interface Drawn {
  first: number;
  last: number;
}

export class VirtualList<T> extends Component<ListProps<T>, Drawn> {
  override state: Drawn = { first: 0, last: 0 };
  private readonly root: RefObject<HTMLDivElement> = createRef();
  private heights = new Heights(new Float64Array());
  private measured = new WeakMap<object, number>();
  private width = 0;
  /** The first line in sight, and how much of it is above: they stay where they are when lines above turn out different. */
  private anchor = { line: 0, offset: 0 };
  private readonly sizes = new ResizeObserver((entries) => this.measure(entries));
  private readonly watched = new Set<Element>();

  override componentDidMount(): void {
    addEventListener("scroll", this.scrolled, { passive: true });
    addEventListener("resize", this.scrolled);
    this.sizes.observe(this.root.current!);
    this.width = this.root.current!.clientWidth;
    this.rebuild(this.props);
    this.scrolled();
  }

  override componentWillUnmount(): void {
    removeEventListener("scroll", this.scrolled);
    removeEventListener("resize", this.scrolled);
    this.sizes.disconnect();
  }

  override componentWillReceiveProps(next: ListProps<T>): void {
    if (next.items === this.props.items) return;
    const kept = this.props.items[this.anchor.line];
    this.rebuild(next);
    const line = kept === undefined || this.offset() <= 0 ? -1 : lineOf(next, next.keyOf(kept), this.anchor.line);
    this.anchor = line < 0 ? { line: 0, offset: Math.min(0, this.offset()) } : { line, offset: this.anchor.offset };
    this.setState(this.range(this.heights.top(this.anchor.line) + this.anchor.offset));
  }

  override componentDidUpdate(before: ListProps<T>): void {
    this.watch();
    if (before.items !== this.props.items) this.keepPlace();
    const resumed = before.resumes !== this.props.resumes && document.activeElement === document.body;
    if (resumed || before.moves !== this.props.moves) this.reveal(this.props.line);
  }

  /** The lines' heights: those that were measured, and what others are thought to be. */
  private rebuild({ items, heightOf, estimate }: ListProps<T>): void {
    const heights = new Float64Array(items.length);
    for (const [line, item] of items.entries()) heights[line] = this.measured.get(heightOf(item)) ?? estimate(item, this.width);
    this.heights = new Heights(heights);
  }

  /** How much faster the list moves than the window scrolls: so that both come to their ends together. */
  private get factor(): number {
    const room = innerHeight - COVERED - BELOW;
    return Math.max(1, (this.heights.total - room) / (TALLEST - room));
  }

  /** How far into the list the top of what is in sight is. Negative where something stands above the list. */
  private offset(): number {
    return (COVERED - (this.root.current?.getBoundingClientRect().top ?? 0)) * this.factor;
  }

  private readonly scrolled = (): void => {
    const offset = this.offset();
    const line = this.heights.at(Math.max(0, offset));
    this.anchor = { line, offset: offset - this.heights.top(line) };
    const { first, last } = this.range(offset);
    // With a factor, lines have to be moved even where they stay the same.
    if (first !== this.state.first || last !== this.state.last || this.factor > 1) this.setState({ first, last });
  };

  private range(offset: number): Drawn {
    const first = this.heights.at(Math.max(0, offset - BEYOND));
    const last = this.heights.at(Math.max(0, offset) + innerHeight + BEYOND);
    return { first, last: Math.min(last + 1, this.heights.count) };
  }

  private measure(entries: readonly ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target } of entries) {
      if (target === this.root.current) {
        changed = this.resized(target.clientWidth) || changed;
        continue;
      }
      const line = Number((target as HTMLElement).dataset["line"]);
      const item = this.props.items[line];
      const height = target.getBoundingClientRect().height;
      if (item === undefined || height === 0) continue;
      this.measured.set(this.props.heightOf(item), height);
      if (Math.abs(this.heights.of(line) - height) < 0.5) continue;
      this.heights.set(line, height);
      changed = true;
    }
    if (!changed) return;
    this.setState(this.range(this.heights.top(this.anchor.line) + this.anchor.offset));
    this.keepPlace();
  }

  /** Of another width, all lines are of other heights. */
  private resized(width: number): boolean {
    if (width === this.width) return false;
    this.width = width;
    this.measured = new WeakMap();
    this.rebuild(this.props);
    return true;
  }

  /** Scrolls so that the line in sight stays where it was. */
  private keepPlace(): void {
    if (this.anchor.line === 0 && this.anchor.offset <= 0) return;
    const target = this.heights.top(this.anchor.line) + this.anchor.offset;
    const by = (target - this.offset()) / this.factor;
    if (Math.abs(by) > 0.5) scrollBy({ top: by, behavior: "instant" });
  }

  private watch(): void {
    const there = new Set(this.root.current?.firstElementChild?.children);
    for (const element of this.watched) {
      if (there.has(element)) continue;
      this.sizes.unobserve(element);
      this.watched.delete(element);
    }
    for (const element of there) {
      if (this.watched.has(element)) continue;
      this.sizes.observe(element);
      this.watched.add(element);
    }
  }

  /** Scrolls no further than it has to, and gives the line the focus. */
  private reveal(line: number): void {
    if (line >= this.heights.count) return;
    const top = this.heights.top(line);
    const bottom = top + this.heights.of(line);
    const offset = this.offset();
    const room = innerHeight - COVERED;
    const to = top < offset || bottom - top > room ? top : bottom > offset + room ? bottom - room : offset;
    if (to !== offset) scrollBy({ top: (to - offset) / this.factor, behavior: "instant" });
    this.setState(this.range(this.offset()), () => {
      this.root.current?.querySelector<HTMLElement>(`[data-line="${line}"]`)?.focus({ preventScroll: true });
    });
  }

  override render({ items, draw, label, selectable }: ListProps<T>, { first, last }: Drawn) {
    const { total } = this.heights;
    // Where the drawn lines begin: as far from the top of what is in sight as in the list itself.
    const shift = this.factor > 1 ? this.heights.top(first) - this.offset() + this.offset() / this.factor : this.heights.top(first);
    return (
      <div
        ref={this.root}
        class="lines"
        role="grid"
        aria-multiselectable={selectable}
        aria-label={label}
        aria-rowcount={items.length}
        style={{ blockSize: `${Math.min(total, TALLEST)}px` }}
      >
        <div role="rowgroup" style={{ transform: `translateY(${shift}px)` }}>
          {items.slice(first, last).map((item, at) => draw(item, first + at))}
        </div>
      </div>
    );
  }
}

/** Where the item with a key stands: most often where it stood. */
function lineOf<T>({ items, keyOf }: ListProps<T>, key: string, before: number): number {
  const there = items[before];
  return there !== undefined && keyOf(there) === key ? before : items.findIndex((item) => keyOf(item) === key);
}
