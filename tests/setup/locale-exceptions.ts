/**
 * Keys whose text is rightly the same in Kazakh and Russian: units, abbreviations, names, words both languages use.
 * A key that stops being the same must leave the list.
 */
export const sameInKazakhAndRussian: ReadonlySet<string> = new Set([
  'server.name',
  'sites.utility.gas',
  'sites.road.asphalt',
  'sites.road.concrete',
  'sites.sector.tourism',
  'sites.sector.energy',
  'search.open.gas',
  'search.to_map',
  'ui.product.name',
  'ui.state.demo',
  'ui.amount.million',
  'ui.amount.billion',
  'ui.amount.kilobyte',
  'ui.amount.megabyte',
  'inquiries.form.phone',
  'inquiries.fact.phone',
  'inquiries.state.spam',
  'inquiries.case.slip',
  'spk.person',
  'ui.unit.kW',
  'ui.unit.MW',
  'ui.unit.ha',
  'ui.unit.m',
  'ui.unit.km',
  'ui.unit.m2',
  'ui.unit.kV',
  'ui.unit.t',
  'ui.unit.Mbit_s',
])

/** Beginnings of keys that the source builds in a way the test cannot see; each must be explained. */
export const builtPrefixes: readonly string[] = []
