import { railAccesses, roadSurfaces, type Dossier } from '../model'
import { textLimits } from '../schema'
import type { FieldReader } from './field-reader'

export function readTransport(reader: FieldReader, before: Dossier['transport']): Dossier['transport'] {
  const km = { max: 1000, unit: 'km' }
  return {
    roadSurface: reader.choice('transport.roadSurface', before.roadSurface, roadSurfaces),
    highwayKm: reader.number('transport.highwayKm', before.highwayKm, km),
    highway: reader.line('transport.highway', before.highway, textLimits.line),
    railAccess: reader.choice('transport.railAccess', before.railAccess, railAccesses),
    railKm: reader.number('transport.railKm', before.railKm, km),
    railSidingM: reader.number('transport.railSidingM', before.railSidingM, { max: 100_000, unit: 'm' }),
    railStation: reader.line('transport.railStation', before.railStation, textLimits.line),
  }
}
