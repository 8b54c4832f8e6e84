import type { Localized } from '#app/domain/kernel/localized'
import * as grounds from './grounds'
import * as halls from './halls'
import * as houses from './houses'
import * as interiors from './interiors'
import { palettes, type Palette } from './palettes'
import { canvas } from './shapes'

type Drawing = { draw: (palette: Palette) => string; palette: Palette; alt: Localized }

const outside: Localized = { kk: 'Сыртқы көрінісі', ru: 'Вид снаружи', en: 'View from outside' }
const yard: Localized = { kk: 'Ауладан көрініс', ru: 'Вид со двора', en: 'View from the yard' }
const inside: Localized = { kk: 'Ішкі көрінісі', ru: 'Вид внутри', en: 'View inside' }
const border: Localized = { kk: 'Учаске шекарасы', ru: 'Граница участка', en: 'Border of the plot' }
const approach: Localized = { kk: 'Кіреберіс пен желілер', ru: 'Подъезд и сети', en: 'Approach and networks' }

/** The drawings that stand for photographs in the demo, by name. */
export const drawings = {
  'saw-tooth-noon': { draw: halls.sawToothPlant, palette: palettes.noon, alt: outside },
  'saw-tooth-winter': { draw: halls.sawToothPlant, palette: palettes.winter, alt: outside },
  'gable-haze': { draw: halls.gabledPlant, palette: palettes.haze, alt: outside },
  'gable-evening': { draw: halls.gabledPlant, palette: palettes.evening, alt: yard },
  'works-noon': { draw: halls.worksComplex, palette: palettes.noon, alt: outside },
  'works-dusk': { draw: halls.worksComplex, palette: palettes.dusk, alt: outside },
  'warehouse-haze': { draw: halls.warehouse, palette: palettes.haze, alt: outside },
  'warehouse-morning': { draw: halls.warehouse, palette: palettes.morning, alt: outside },
  'siding-hall': { draw: halls.warehouseSiding, palette: palettes.noon, alt: yard },
  'depot-dusk': { draw: halls.depot, palette: palettes.dusk, alt: yard },
  'food-plant': { draw: halls.foodPlant, palette: palettes.morning, alt: outside },
  'boiler-house': { draw: halls.boilerHouse, palette: palettes.haze, alt: outside },
  'oilfield-base': { draw: halls.oilfieldBase, palette: palettes.evening, alt: yard },
  substation: { draw: halls.substation, palette: palettes.spring, alt: approach },
  college: { draw: houses.college, palette: palettes.spring, alt: outside },
  pavilion: { draw: houses.pavilion, palette: palettes.winter, alt: outside },
  laboratory: { draw: houses.laboratory, palette: palettes.haze, alt: outside },
  'sewing-factory': { draw: houses.sewingFactory, palette: palettes.morning, alt: outside },
  'lake-cabins': { draw: houses.lakeCabins, palette: palettes.spring, alt: outside },
  sanatorium: { draw: houses.sanatorium, palette: palettes.noon, alt: outside },
  'head-frame': { draw: grounds.headFrame, palette: palettes.dusk, alt: outside },
  'spoil-heap': { draw: grounds.spoilHeap, palette: palettes.haze, alt: yard },
  'plot-pegs': { draw: grounds.pegs, palette: palettes.spring, alt: border },
  'plot-zone': { draw: grounds.zonePlot, palette: palettes.noon, alt: border },
  'plot-greenhouse': { draw: grounds.greenhousePlot, palette: palettes.morning, alt: border },
  'plot-siding': { draw: grounds.sidingPlot, palette: palettes.haze, alt: approach },
  'foothill-plant': { draw: grounds.foothillPlant, palette: palettes.spring, alt: outside },
  'crane-hall': { draw: interiors.craneHall, palette: palettes.haze, alt: inside },
  'open-floor': { draw: interiors.openFloor, palette: palettes.morning, alt: inside },
  'empty-racks': { draw: interiors.emptyRacks, palette: palettes.morning, alt: inside },
} as const satisfies Record<string, Drawing>

export type DrawingName = keyof typeof drawings

/** The drawing as an SVG document. */
export function drawSvg(name: DrawingName): string {
  const { draw, palette } = drawings[name]
  const { width, height } = canvas
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${draw(palette)}</svg>`
}
