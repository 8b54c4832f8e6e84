/** Size of a drawing in pixels; subjects stay clear of the edges, because cards crop them. */
export const canvas = { width: 1600, height: 1000 } as const

/** Line of the ground on which buildings stand. */
export const groundY = 800

type Point = readonly [x: number, y: number]

export function rect(x: number, y: number, width: number, height: number, fill: string, round = 0): string {
  const corners = round === 0 ? '' : ` rx="${round}"`
  return `<rect x="${fix(x)}" y="${fix(y)}" width="${fix(width)}" height="${fix(height)}"${corners} fill="${fill}"/>`
}

export function polygon(points: readonly Point[], fill: string): string {
  return `<polygon points="${points.map(([x, y]) => `${fix(x)},${fix(y)}`).join(' ')}" fill="${fill}"/>`
}

export function path(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`
}

export function stroke(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" ${more}/>`
}

export function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${fix(x)}" cy="${fix(y)}" r="${fix(radius)}" fill="${fill}"/>`
}

export function ellipse(x: number, y: number, width: number, height: number, fill: string): string {
  return `<ellipse cx="${fix(x)}" cy="${fix(y)}" rx="${fix(width)}" ry="${fix(height)}" fill="${fill}"/>`
}

export function fade(content: string, opacity: number): string {
  return `<g opacity="${opacity}">${content}</g>`
}

/** `count` things beside each other: `draw` gets the left edge and the index. */
export function row(count: number, from: number, step: number, draw: (x: number, index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(from + index * step, index)).join('')
}

function fix(value: number): number {
  return Math.round(value * 10) / 10
}
