import { anyDossier } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dossier } from '../model'
import { allFields } from './catalogue'
import { valueAt } from './value-at'

/** Names of entries, not statements about the site. */
const identities = /^(photos|papers)\.[^.]+\.fileId$|^commitments\.[^.]+\.id$|^notApplicable$/

/** Values of their own although they are objects or lists. */
const isValue = (value: unknown) =>
  typeof value !== 'object' || value === null || (Array.isArray(value) ? value.every(isPlain) : 'kk' in value)
const isPlain = (value: unknown) => typeof value !== 'object' || Array.isArray(value)

/** Every value in the dossier by the name of its field; entries with an identity go by it, the others by their place. */
function leavesOf(value: unknown, path = ''): string[] {
  const isEmptyList = Array.isArray(value) && value.length === 0
  if (isEmptyList && /^(rights\.(steps|encumbrances)|buildings|photos|papers|commitments)$/.test(path)) return []
  if (isValue(value)) return [path]
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => {
    const entry = inner as { fileId?: string; id?: string } | null
    const name = Array.isArray(value) ? (entry?.fileId ?? entry?.id ?? key) : key
    return leavesOf(inner, path === '' ? name : `${path}.${name}`)
  })
}

/** Technical values are asked only of the networks where they mean something. */
const ofOneNetwork = /^utilities\.\w+\.(voltageKv|substation|reliability|pressureMpa|diameterMm|waterQuality|wearPct)$/

test('the catalogue names every value of a dossier once, and nothing else', () => {
  fc.assert(
    fc.property(anyDossier, (dossier: Dossier) => {
      const names = allFields(dossier).map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter((name) => valueAt(dossier, name) === undefined)).toEqual([])
      const leaves = leavesOf(dossier).filter((leaf) => !identities.test(leaf) && !ofOneNetwork.test(leaf))
      expect(leaves.filter((leaf) => !names.includes(leaf))).toEqual([])
    }),
    { numRuns: 40 },
  )
})
