import type { Dossier } from '#app/domain/sites/model'

const page = { width: 511, height: 420 } as const
const frame = 34

/** A simple plan: the plot, its buildings side by side in their proportions, the way in; sides in metres. */
export function drawPlan({ land, buildings }: Dossier): string {
  const areaM2 = (land.plotHa ?? 1) * 10_000
  const plot = { width: Math.sqrt(areaM2 * 1.4), depth: Math.sqrt(areaM2 / 1.4) }
  const scale = Math.min((page.width - 2 * frame) / plot.width, (page.height - 2 * frame) / plot.depth)
  const [width, depth] = [plot.width * scale, plot.depth * scale]
  const parts = [
    rect(frame, frame, width, depth, 'fill="#f3f1ec" stroke="#1b2430" stroke-width="1.4" stroke-dasharray="6 3"'),
    ...drawBuildings(buildings, { width, depth, scale }),
    rect(frame + width / 2 - 9, frame + depth - 4, 18, 26, 'fill="#d9d4ca"'),
    label(frame + width / 2, frame - 8, `${Math.round(plot.width)} м`),
    `<g transform="rotate(-90 ${frame - 10} ${frame + depth / 2})">${label(frame - 10, frame + depth / 2, `${Math.round(plot.depth)} м`)}</g>`,
    `<path d="M${page.width - 24} 62 L${page.width - 24} 24 M${page.width - 30} 34 L${page.width - 24} 24 L${page.width - 18} 34" stroke="#1b2430" stroke-width="1.6" fill="none"/>`,
    label(page.width - 24, 76, 'С'),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" width="${page.width}" height="${page.height}">${parts.join('')}</svg>`
}

type Drawn = { width: number; depth: number; scale: number }

/** In a row along the back of the plot; those of many floors stand on less ground. */
function drawBuildings(buildings: Dossier['buildings'], { width, depth, scale }: Drawn): string[] {
  const gap = 12
  const shapes = buildings.map(({ totalAreaM2, floors }) => {
    const ground = (totalAreaM2 ?? 400) / (floors ?? 1)
    return { width: Math.sqrt(ground * 2.2) * scale, depth: Math.sqrt(ground / 2.2) * scale }
  })
  const row = shapes.reduce((sum, shape) => sum + shape.width + gap, -gap)
  const shrink = Math.min(
    1,
    (width - 2 * gap) / Math.max(1, row),
    ...shapes.map((shape) => (depth * 0.6) / shape.depth),
  )
  let left = frame + gap
  return shapes.flatMap((shape, index) => {
    const [across, along] = [shape.width * shrink, shape.depth * shrink]
    const drawn = [
      rect(left, frame + gap + 6, across, along, 'fill="#cfe0e6" stroke="#0f5c7a" stroke-width="1.2"'),
      label(left + across / 2, frame + gap + 10 + along / 2, 'АБВГД'.charAt(index) || String(index + 1)),
    ]
    left += across + gap * shrink
    return drawn
  })
}

function rect(x: number, y: number, width: number, height: number, more: string): string {
  return `<rect x="${fix(x)}" y="${fix(y)}" width="${fix(width)}" height="${fix(height)}" ${more}/>`
}

function label(x: number, y: number, text: string): string {
  return `<text x="${fix(x)}" y="${fix(y)}" font-family="Noto" font-size="11" text-anchor="middle" fill="#1b2430">${text}</text>`
}

function fix(value: number): string {
  return value.toFixed(1)
}
