/**
 * Keys whose text is rightly the same in Kazakh and Russian: units, abbreviations, names, words both languages use.
 * A key that stops being the same must leave the list.
 */
export const sameInKazakhAndRussian: ReadonlySet<string> = new Set([
  'server.name',
  'dossier.choice.commitment_work.gas',
  'freshness.work.gas',
  'dossier.choice.step_actor.investor',
  'sites.utility.gas',
  'sites.road.asphalt',
  'sites.road.concrete',
  'sites.sector.tourism',
  'sites.sector.energy',
  'search.open.gas',
  'search.to_map',
  'search.export.column.demo',
  'ui.product.name',
  'ui.state.demo',
  'ui.amount.million',
  'ui.amount.billion',
  'ui.amount.kilobyte',
  'ui.amount.megabyte',
  'eligibility.supplier.investor',
  'eligibility.size.micro',
  'eligibility.support.size',
  'rulesets.parameter',
  'inquiries.form.phone',
  'inquiries.fact.phone',
  'inquiries.state.spam',
  'inquiries.case.slip',
  'spk.person',
  'spk.action.spam',
  'casework.reconversion.energy',
  'visits.minutes',
  'ui.unit.kW',
  'ui.unit.MW',
  'ui.unit.ha',
  'ui.unit.m',
  'ui.unit.km',
  'ui.unit.m2',
  'ui.unit.m3',
  'ui.unit.mm',
  'ui.unit.MPa',
  'ui.unit.t_m2',
  'ui.unit.percent',
  'ui.unit.KZT',
  'ui.unit.kV',
  'ui.unit.t',
  'ui.unit.Mbit_s',
])

/** Beginnings of keys that the source builds in a way the test cannot see; each must be explained. */
export const builtPrefixes: readonly string[] = [
  // Words of choices: the catalogue of fields names the beginning, the value follows (`${field.words}.${value}`).
  'dossier.choice.',
  'sites.road.',
]
