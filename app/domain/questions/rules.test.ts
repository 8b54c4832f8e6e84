import { editorPlace, missingValues } from '#app/domain/questions/rules'
import { fieldNamed } from '#app/domain/sites/fields/field-named'
import { withValue } from '#app/domain/sites/fields/value-at'
import { emptyBuilding, emptyDossier } from '#app/domain/sites/empty-dossier'
import { siteKinds } from '#app/domain/sites/choices'
import { describe, expect, it, test } from 'vitest'

describe('what can be asked of an akimat', () => {
  test.each(siteKinds)('are fields of the catalogue, each once, for an empty dossier of kind %s', (kind) => {
    const fields = missingValues(kind, emptyDossier(kind))
    expect(fields).toContain('rights.price')
    expect(fields).toContain('utilities.electricity.presence')
    expect(new Set(fields).size).toBe(fields.length)
    expect(fields.filter((field) => fieldNamed(field) === null)).toEqual([])
  })

  it('asks for the capacity once the network is known, and no more once it is stated, zero included', () => {
    const start = emptyDossier('building')
    const connected = withValue(start, 'utilities.water.presence', 'connected')
    const about = (dossier: typeof start) =>
      missingValues('building', dossier).filter((field) => field.startsWith('utilities.water.'))
    expect(about(start)).toEqual(['utilities.water.presence'])
    expect(about(connected)).toEqual(['utilities.water.free'])
    expect(about(withValue(connected, 'utilities.water.free', 0))).toEqual([])
    expect(about(withValue(start, 'utilities.water.presence', 'none'))).toEqual([])
  })

  it('takes a price to be agreed for an answer', () => {
    const negotiable = withValue(emptyDossier('land'), 'rights.priceNegotiable', true)
    expect(missingValues('land', negotiable)).not.toContain('rights.price')
  })

  it('asks of several silent buildings the first', () => {
    const dossier = { ...emptyDossier('building'), buildings: [emptyBuilding(), emptyBuilding()] }
    const first = withValue(dossier, 'buildings.0.clearHeightM', 6)
    expect(missingValues('building', dossier)).toContain('buildings.0.clearHeightM')
    expect(missingValues('building', first)).toContain('buildings.1.clearHeightM')
    expect(missingValues('building', first)).not.toContain('buildings.0.clearHeightM')
  })
})

test.each([
  ['utilities.water.free', '?group=utilities#utilities.water.free'],
  ['buildings.2.clearHeightM', '?group=buildings&entry=2#buildings.2.clearHeightM'],
])('leads from %s to its place in the editor', (field, place) => expect(editorPlace(field)).toBe(place))
