/** People of the demo data, by what they may: the objects under test belong to Balkhash and to SPK Saryarka. */
export const personas = {
  visitor: null,
  investor: 'investor@company.demo',
  editor: 'editor@balkhash.demo',
  head: 'head@balkhash.demo',
  otherEditor: 'editor@ridder.demo',
  otherHead: 'head@ridder.demo',
  regionHead: 'head@region-karaganda.demo',
  otherRegionHead: 'head@region-east.demo',
  officer: 'officer@saryarka.demo',
  spkHead: 'head@saryarka.demo',
  otherOfficer: 'officer@tobol.demo',
  otherSpkHead: 'head@tobol.demo',
  auditor: 'ministry@demo.demo',
  admin: 'admin@demo.demo',
} as const

export type Persona = keyof typeof personas
export const personaNames = Object.keys(personas) as Persona[]
