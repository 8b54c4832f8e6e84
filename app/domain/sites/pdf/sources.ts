import { utilityKinds } from '#app/domain/kernel/quantity'
import type { Provenance } from '#app/domain/sites/model'
import { saySource } from './facts'
import type { PassportSheet } from './model'
import type { Print } from './print'

/** Every source that the paper rests on, each once: those of the dossier first, then law, measures, town and map. */
export function sourcesOf({ dossier, zone, incentives, town }: PassportSheet, print: Print): string[] {
  const { t } = print
  const { rights, land, transport, environment } = dossier
  const stated: [string, Provenance][] = [
    ...utilityKinds.map((kind): [string, Provenance] => [
      t(`sites.utility.${kind}`),
      dossier.utilities[kind].provenance,
    ]),
    [t('passport.rights'), rights.provenance.ownership],
    [t('sites.field.price'), rights.provenance.price],
    [t('sites.field.idleSince'), rights.provenance.idleSince],
    [t('sites.field.encumbrances'), rights.provenance.encumbrances],
    [t('pdf.land'), land.provenance],
    ...dossier.buildings.map((building): [string, Provenance] => [t('passport.buildings'), building.provenance]),
    [t('sites.field.roadSurface'), transport.provenance.road],
    [t('sites.field.railAccess'), transport.provenance.rail],
    [t('pdf.environment'), environment.provenance],
    ...dossier.commitments.map(({ provenance }): [string, Provenance] => [t('pdf.commitments'), provenance]),
  ]
  const lines = stated.flatMap(([label, provenance]) => {
    const source = saySource(provenance, print)
    return source === null ? [] : [`${label}: ${source}`]
  })
  const cited = zone.rules.map(({ citation }) => citation)
  const measures = incentives.map(({ name, source }) => (source === '' ? '' : `${name}: ${source}`))
  const known = town.facts.map(({ source }) => (source === '' ? '' : `${print.say(town.name)}: ${source}`))
  return [...new Set([...lines, ...cited, ...measures, ...known, t('pdf.map_note')].filter((line) => line !== ''))]
}
