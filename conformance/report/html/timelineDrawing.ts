/** A timeline drawn: the records from left to right, the oldest first, and from above to below what became of them. */
import type { Stretch, Timeline } from '../../judge/timeline/Timeline.js';
import { Html, html } from './html.js';

/** So many answers have a line of their own; more have one together. */
const LINES = 6;
/** In the drawing's own units: how wide all records are, how wide the fewest, and how high a line is. */
const WIDTH = 1000;
const LEAST = 5;
const HEIGHT = 18;
const BAR = 12;

/** So few records are told apart. */
const FEW = 60;

interface Line {
  label: string;
  /** How a stretch is drawn there; undefined where it is not. */
  kind(stretch: Stretch): string | undefined;
}

/** It is told in the table, too, and so is nothing to who cannot see it. */
export function timelineDrawing({ records, stretches, answers, answersLeft }: Timeline): Html {
  const lines = linesOf(answersLeft > 0 ? [] : answers, stretches);
  const height = lines.length * HEIGHT;
  return html`<div class="drawing" aria-hidden="true"><ul>${lines.map(({ label }) => html`<li>${label}</li>`)}</ul><svg viewBox="0 0 ${WIDTH} ${height}" height="${height}" preserveAspectRatio="none">${lines.map((line, at) => paths(line, at, stretches, records))}${records <= FEW ? borders(records, height) : undefined}</svg></div>`;
}

function linesOf(answers: Timeline['answers'], stretches: readonly Stretch[]): Line[] {
  const own = answers.length <= LINES ? answers : [];
  const isLate = ({ visible }: Stretch) => visible !== undefined;
  return [
    { label: 'happened', kind: () => 'happened' },
    ...(stretches.some(isLate)
      ? [{ label: 'visible', kind: (one: Stretch) => (isLate(one) ? 'late' : 'happened') }]
      : []),
    ...own.map(({ n }) => ({
      label: `answer ${n}`,
      kind: ({ served }: Stretch) => (served.includes(n) ? 'served' : undefined),
    })),
    ...(own.length === 0
      ? [
          {
            label: 'served',
            kind: ({ served }: Stretch) => (served.length > 0 ? 'served' : undefined),
          },
        ]
      : []),
    { label: 'returned', kind: ({ fate }) => fate },
  ];
}

function borders(records: number, height: number): Html {
  const places = Array.from({ length: records - 1 }, (_, i) => ((i + 1) / records) * WIDTH);
  const lines = places.map((x) => `M${short(x)} 0v${height}`).join('');
  return html`<path class="borders" d="${new Html(lines)}"/>`;
}

/** One path for all that is drawn alike. */
function paths(line: Line, at: number, stretches: readonly Stretch[], records: number): Html[] {
  const drawn = new Map<string, string>();
  for (const { kind, from, to } of runsOf(line, stretches)) {
    const width = Math.max(LEAST, ((to - from + 1) / records) * WIDTH);
    const left = Math.min(((from - 1) / records) * WIDTH, WIDTH - width);
    drawn.set(kind, `${drawn.get(kind) ?? ''}${shape(kind, left, at * HEIGHT + 3, width)}`);
  }
  return [...drawn].map(([kind, d]) => html`<path class="${kind}" d="${new Html(d)}"/>`);
}

/** What follows each other and is drawn alike is one. */
function runsOf(line: Line, stretches: readonly Stretch[]) {
  const runs: { kind: string; from: number; to: number }[] = [];
  for (const stretch of stretches) {
    const { from, to } = stretch;
    const kind = line.kind(stretch);
    const before = runs.at(-1);
    if (before?.kind === kind && before?.to === from - 1) before.to = to;
    else if (kind !== undefined) runs.push({ kind, from, to });
  }
  return runs;
}

/** Not by its colour alone: what is gone is a frame with a cross, what is there twice two bars. */
function shape(kind: string, x: number, y: number, width: number): string {
  const box = (top: number, height: number) =>
    `M${short(x)} ${top}h${short(width)}v${height}h${short(-width)}z`;
  if (kind === 'repeated') return box(y, BAR / 3) + box(y + (BAR * 2) / 3, BAR / 3);
  if (kind === 'altered') return `M${short(x)} ${y + BAR}h${short(width)}L${short(x)} ${y}z`;
  if (kind !== 'lost' && kind !== 'missed') return box(y, BAR);
  return `${box(y, BAR)}l${short(width)} ${BAR}m0${-BAR}l${short(-width)} ${BAR}`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
