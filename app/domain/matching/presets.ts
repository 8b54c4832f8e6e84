import type { SectorKey } from '#app/domain/towns/model'
import type { Brief } from './model'

/**
 * What a usual project of a sector needs, as a starting point that the person changes. Our own judgement of orders of
 * magnitude, no source.
 */
const needsOf: Record<SectorKey, Brief['needs']> = {
  manufacturing: {
    area: { min: 2000, importance: 'must' },
    electricity: { min: 500, importance: 'must' },
    water: { min: 30, importance: '3' },
    sewer: { min: 25, importance: '2' },
    heat: { min: 0.5, importance: '2' },
    height: { min: 6, importance: '3' },
    rail: { wish: { kind: 'within_km', km: 10 }, importance: '1' },
    highway: { maxKm: 25, importance: '2' },
  },
  agriculture: {
    plot: { min: 5, importance: 'must' },
    electricity: { min: 400, importance: 'must' },
    water: { min: 100, importance: 'must' },
    heat: { min: 1, importance: '3' },
    gas: { min: 200, importance: '1' },
    highway: { maxKm: 30, importance: '2' },
  },
  logistics: {
    area: { min: 3000, importance: 'must' },
    plot: { min: 2, importance: '3' },
    electricity: { min: 150, importance: 'must' },
    height: { min: 6, importance: '3' },
    rail: { wish: { kind: 'adjacent' }, importance: '3' },
    highway: { maxKm: 15, importance: '3' },
  },
  it: {
    area: { min: 300, importance: 'must' },
    electricity: { min: 100, importance: 'must' },
    telecom: { min: 500, importance: 'must' },
    heat: { min: 0.05, importance: '2' },
    highway: { maxKm: 30, importance: '1' },
  },
  tourism: {
    area: { min: 500, importance: '3' },
    plot: { min: 1, importance: 'must' },
    electricity: { min: 100, importance: 'must' },
    water: { min: 20, importance: 'must' },
    sewer: { min: 20, importance: '3' },
    heat: { min: 0.1, importance: '2' },
    highway: { maxKm: 20, importance: '2' },
  },
  services: {
    area: { min: 200, importance: 'must' },
    electricity: { min: 50, importance: 'must' },
    water: { min: 5, importance: '3' },
    sewer: { min: 5, importance: '3' },
    heat: { min: 0.03, importance: '2' },
    telecom: { min: 50, importance: '1' },
  },
  science: {
    area: { min: 500, importance: 'must' },
    electricity: { min: 200, importance: 'must' },
    telecom: { min: 300, importance: '3' },
    water: { min: 10, importance: '2' },
    sewer: { min: 10, importance: '2' },
    heat: { min: 0.1, importance: '3' },
  },
  energy: {
    plot: { min: 10, importance: 'must' },
    electricity: { min: 1000, importance: '3' },
    water: { min: 10, importance: '1' },
    highway: { maxKm: 30, importance: '2' },
  },
}

/** The brief that a person of the sector starts from; that the site is offered for the sector is important, no must. */
export function presetOf(sector: SectorKey): Brief {
  return {
    ...{ activity: '', startOn: null, jobs: null, investmentKzt: null },
    // A copy: whoever makes another brief of it must not change the example.
    needs: { sector: { keys: [sector], importance: '3' }, ...structuredClone(needsOf[sector]) },
  }
}
