/**
 * Where those who stand with one another are drawn: d3-force (M. Bostock) pulls together who is joined and pushes apart
 * who is not. It starts from the same places each time and its chance is a sequence of its own, so that the same story is
 * always drawn alike. Afterwards labels that still touch are set apart.
 */
import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";

/** A label: its size in px. */
export interface Label {
  width: number;
  height: number;
}

export interface Line {
  /** Indices of labels. */
  a: number;
  b: number;
  /** Stronger bonds are shorter. */
  strength: number;
}

/** Of a label, its middle in px. */
export interface Point {
  x: number;
  y: number;
}

interface Node extends SimulationNodeDatum, Label {
  x: number;
  y: number;
}

const STEPS = 240;
const GAP = { x: 10, y: 12 };
/** Of each label, as much height as it needs to have air around it. */
const ROW = 34;
const LEAST_HEIGHT = 200;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * @param width of the drawing in px; no label is wider
 * @returns the middle of each label, and how high the drawing is
 */
export function layOutCompany(labels: readonly Label[], lines: readonly Line[], width: number): { points: Point[]; height: number } {
  const height = Math.max(LEAST_HEIGHT, labels.length * ROW);
  // The weightiest in the middle, the others around it.
  const nodes = labels.map(
    (label, at): Node => ({
      ...label,
      x: width / 2 + Math.sqrt(at) * 0.25 * width * 0.5 * Math.cos(at * GOLDEN_ANGLE),
      y: height / 2 + Math.sqrt(at) * 0.25 * height * 0.5 * Math.sin(at * GOLDEN_ANGLE),
    }),
  );
  const links = lines.map(({ a, b, strength }): SimulationLinkDatum<Node> & { strength: number } => ({ source: a, target: b, strength }));
  const simulation = forceSimulation(nodes)
    .force("link", forceLink<Node, (typeof links)[number]>(links).distance(({ strength }) => Math.min(2, width / 320) * (120 / strength + 30)).strength(({ strength }) => 0.06 * strength))
    .force("apart", forceManyBody<Node>().strength(-320).distanceMax(Math.max(width, height)))
    // A panel is higher than it is wide.
    .force("x", forceX<Node>(width / 2).strength(0.08 * Math.min(1, height / width)))
    .force("y", forceY<Node>(height / 2).strength(0.12))
    .stop();
  for (let step = 0; step < STEPS; step++) {
    simulation.tick();
    for (const node of nodes) keepInside(node, width, height);
    pushApart(nodes, 0.5);
  }
  for (let step = 0; step < STEPS && pushApart(nodes, 1); step++) for (const node of nodes) keepInside(node, width, height);
  settle(nodes, width);
  return { points: nodes.map(({ x, y }) => ({ x, y })), height: Math.ceil(Math.max(...nodes.map((node) => node.y + node.height / 2), 0)) };
}

function keepInside(node: Node, width: number, height: number): void {
  node.x = Math.min(width - node.width / 2, Math.max(node.width / 2, node.x));
  node.y = Math.min(height - node.height / 2, Math.max(node.height / 2, node.y));
}

/** How far two labels are in each other's way, in px; nothing or less where they are not. */
function overlap(a: Node, b: Node): Point {
  return {
    x: (a.width + b.width) / 2 + GAP.x - Math.abs(a.x - b.x),
    y: (a.height + b.height) / 2 + GAP.y - Math.abs(a.y - b.y),
  };
}

/** Moves labels that touch out of each other's way, along the shorter way. @returns whether any did */
function pushApart(nodes: Node[], part: number): boolean {
  let any = false;
  nodes.forEach((a, at) => {
    for (const b of nodes.slice(at + 1)) {
      const { x, y } = overlap(a, b);
      if (x <= 0 || y <= 0) continue;
      any = true;
      const along = x < y ? "x" : "y";
      const move = ((along === "x" ? x : y) / 2) * part * (a[along] <= b[along] ? -1 : 1);
      a[along] += move;
      b[along] -= move;
    }
  });
  return any;
}

/** Whatever still touches goes down until it does not: from the top on, each below those in its way. */
function settle(nodes: readonly Node[], width: number): void {
  const order = nodes.toSorted((a, b) => a.y - b.y);
  const top = Math.min(...order.map((node) => node.y - node.height / 2), Infinity);
  order.forEach((node, at) => {
    node.x = Math.min(width - node.width / 2, Math.max(node.width / 2, node.x));
    if (Number.isFinite(top)) node.y -= top;
    const above = order.slice(0, at);
    for (let other = find(node, above); other; other = find(node, above)) node.y = other.y + (other.height + node.height) / 2 + GAP.y;
  });
}

function find(node: Node, others: readonly Node[]): Node | undefined {
  return others.find((other) => {
    const { x, y } = overlap(node, other);
    // A hair's breadth is rounding.
    return x > 1e-6 && y > 1e-6;
  });
}

/** The one that lies in a direction from a label: those that it is joined to first. @returns index, or -1 */
export function neighbour(points: readonly Point[], from: number, joined: readonly number[], key: "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown"): number {
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] as [number, number];
  const here = points[from]!;
  const inDirection = (candidates: readonly number[]): number => {
    let best = -1;
    let least = Infinity;
    for (const at of candidates) {
      const [x, y] = [points[at]!.x - here.x, points[at]!.y - here.y];
      const along = x * dx + y * dy;
      const beside = Math.abs(x * dy - y * dx);
      // What lies more beside than ahead is in another direction.
      const cost = along + 2 * beside;
      if (at !== from && along > 0 && beside <= 2 * along && cost < least) [best, least] = [at, cost];
    }
    return best;
  };
  const near = inDirection(joined);
  return near >= 0 ? near : inDirection(points.map((_, at) => at));
}
