import { checkPoint, type LngLat } from '#app/domain/kernel/geo'
import type { Language } from '#app/domain/kernel/localized'
import type { SheetRow } from '#app/platform/sheets/model'
import type { TypedRow } from './model'
import type { Heading } from './heading'
import { RowReader } from './row-reader'
import { plainNumber } from './units'

/** Columns of the exchange file of the CNIG standard Friches 1.0.6, and what registers add for the position. */
export const cnigColumns = [
  ...['site_id', 'site_nom', 'site_type', 'site_adresse', 'site_identif_date', 'site_actu_date', 'site_url'],
  ...['site_ademe_url', 'site_securite', 'site_occupation', 'site_statut', 'site_projet_url', 'site_reconv_annee'],
  ...['site_reconv_type', 'activite_libelle', 'activite_code', 'activite_fin_annee', 'comm_nom', 'comm_insee'],
  ...['bati_type', 'bati_nombre', 'bati_surface', 'bati_pollution', 'bati_vacance', 'bati_patrimoine', 'bati_etat'],
  ...['local_ancien_annee', 'local_recent_annee', 'proprio_type', 'proprio_personne', 'proprio_nom'],
  ...['sol_pollution_annee', 'sol_pollution_existe', 'sol_pollution_origine', 'sol_pollution_commentaire'],
  ...['sol_depollution_fiche', 'unite_fonciere_surface', 'unite_fonciere_refcad', 'urba_zone_type', 'urba_zone_lib'],
  ...['urba_zone_formdomi', 'urba_zaer', 'urba_doc_type', 'desserte_distance', 'desserte_commentaire', 'source_nom'],
  ...['source_url', 'source_producteur', 'source_contact', 'geompoint', 'geomsurf', 'longitude', 'latitude'],
]

/** Columns that are read; the others are named as not taken over. */
export const cnigTaken = new Set([
  ...['site_id', 'site_nom', 'site_adresse', 'site_actu_date', 'site_statut', 'activite_libelle', 'comm_nom'],
  ...['activite_fin_annee', 'bati_nombre', 'bati_surface', 'bati_pollution', 'local_ancien_annee', 'proprio_nom'],
  ...['sol_pollution_existe', 'unite_fonciere_surface', 'unite_fonciere_refcad', 'geompoint', 'longitude', 'latitude'],
])

const contaminations: Readonly<Record<string, string>> = {
  'pollution inexistante': 'none',
  'pollution traitée': 'treated',
  'pollution peu probable': 'unlikely',
  'pollution supposée': 'suspected',
  'pollution avérée': 'proven',
  inconnu: 'unknown',
}

/** Words of the standard for a value that nobody gives. */
const nothing = new Set(['', 'inconnu', 'sans objet', 'na', 'nan', 'n/a'])

/** A row of that standard; its texts are in `language`. */
export function readCnigRow(row: SheetRow, headings: readonly Heading[], language: Language): TypedRow {
  const reader = new RowReader(row, headings)
  const reference = reader.name('site_id')
  copy(reader, 'site_nom', `identity.name.${language}`)
  copy(reader, 'site_adresse', `identity.address.${language}`)
  copy(reader, 'activite_libelle', `environment.pastActivity.${language}`)
  copy(reader, 'proprio_nom', 'rights.owner')
  copy(reader, 'unite_fonciere_refcad', 'identity.cadastralNumbers', (text) => text.replaceAll('|', '\n'))
  copy(reader, 'site_actu_date', 'land.provenance.asOf', (text) => text.slice(0, 10))
  readPlot(reader)
  if (reference !== '') {
    reader.set('land.provenance.source', ['document'], 'site_id')
    reader.set('land.provenance.reference', [reference], 'site_id')
  }
  const contamination = contaminations[reader.text('sol_pollution_existe').toLowerCase()]
  if (contamination !== undefined) reader.set('environment.contamination', [contamination], 'sol_pollution_existe')
  if (said(reader, 'activite_fin_annee') !== '') reader.note('activite_fin_annee', 'year_only')
  if (reader.text('site_statut').toLowerCase() === 'friche reconvertie') reader.fail('site_statut', 'ended_in_source')
  const kind = readBuildings(reader)
  readPoint(reader)
  return reader.done({ number: '', town: said(reader, 'comm_nom'), kind, reference })
}

function said(reader: RowReader, code: string): string {
  const text = reader.text(code)
  return nothing.has(text.toLowerCase()) ? '' : text
}

function copy(reader: RowReader, code: string, name: string, change = (text: string) => text): void {
  const text = said(reader, code)
  if (text !== '') reader.set(name, [change(text)], code)
}

/** The standard gives the plot in square metres. */
function readPlot(reader: RowReader): void {
  const code = 'unite_fonciere_surface'
  const squareMetres = reader.amount(code, said(reader, code), 'm2')
  if (squareMetres === null) return
  reader.set('land.plotHa', [plainNumber(Number((squareMetres / 10_000).toPrecision(12)))], code)
}

/** How many buildings there are, `2` or `2 bâtiments`; null when the row does not say or nobody can read it. */
function readCount(reader: RowReader): number | null {
  const text = said(reader, 'bati_nombre')
  return reader.amount('bati_nombre', text.replace(/\s*(?:b[âa]t(?:iments?|\.)?)$/iu, ''), undefined)
}

/** Kind of the site, from what the row says about buildings. Figures of several together are not those of one. */
function readBuildings(reader: RowReader): string {
  const count = readCount(reader)
  const codes = ['bati_surface', 'local_ancien_annee', 'bati_pollution'] as const
  const isSilent = said(reader, 'bati_nombre') === ''
  const hasBuildings = (count ?? 0) > 0 || (isSilent && codes.some((code) => said(reader, code) !== ''))
  if (!hasBuildings) {
    if (isSilent) reader.note('site_id', 'kind_assumed')
    return 'land'
  }
  if ((count ?? 0) > 1) {
    for (const code of codes) if (said(reader, code) !== '') reader.note(code, 'several_buildings')
    return 'complex'
  }
  const area = reader.amount('bati_surface', said(reader, 'bati_surface'), 'm2')
  if (area !== null) reader.set('buildings.0.totalAreaM2', [plainNumber(area)], 'bati_surface')
  copy(reader, 'local_ancien_annee', 'buildings.0.yearBuilt')
  if (said(reader, 'bati_pollution').toLowerCase() === 'amiante') {
    reader.set('buildings.0.asbestos', ['present'], 'bati_pollution')
  }
  return 'building'
}

/** WKT says longitude first, the example of the standard latitude: the order that lies in the country is taken. */
function readPoint(reader: RowReader): void {
  const pair = /^POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)$/i.exec(reader.text('geompoint'))
  if (pair !== null) {
    const point: LngLat = [Number(pair[1]), Number(pair[2])]
    const verdict = checkPoint(point)
    const [lng, lat] = !verdict.ok && verdict.code === 'swapped' ? [point[1], point[0]] : point
    return reader.set('identity.point', [`${plainNumber(lat)}, ${plainNumber(lng)}`], 'geompoint')
  }
  if (reader.text('geompoint') !== '') return reader.fail('geompoint', 'not_coordinates')
  const [lat, lng] = [said(reader, 'latitude'), said(reader, 'longitude')]
  if (lat !== '' && lng !== '') {
    reader.set('identity.point', [`${lat.replace(',', '.')}, ${lng.replace(',', '.')}`], 'latitude')
  }
}
