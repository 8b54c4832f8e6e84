import { unitOf, utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { presences } from '#app/domain/sites/choices'
import { utilityFields } from '#app/domain/sites/fields/utility-fields'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Icon, type IconShape } from '#app/ui/icon'
import { Cloud, Droplet, Flame, Thermometer, Waves, Wifi, Zap } from 'lucide-react'
import { CatalogueField } from './catalogue-field'
import { Fold } from './fold'
import { PresenceField } from './presence-field'
import { ProvenanceLine } from './provenance-line'
import { UtilityBalance } from './utility-balance'
import { useFilledWords } from './use-filled-words'

const icons: Record<UtilityKind, IconShape> = {
  electricity: Zap,
  water: Droplet,
  sewer: Waves,
  heat: Thermometer,
  gas: Flame,
  steam: Cloud,
  telecom: Wifi,
}

export function UtilitiesForm() {
  return (
    <div className="divide-line divide-y">
      {utilityKinds.map((kind) => (
        <UtilityFields key={kind} kind={kind} />
      ))}
    </div>
  )
}

// Of inputs only: the chosen option of a list counts as checked, too. Spelled out, or the classes would not be found in the source.
const whereKnown = 'min-w-0 group-has-[input[value=unknown]:checked]/utility:hidden'
const whereItIs = `${whereKnown} group-has-[input[value=none]:checked]/utility:hidden`

/** Quantities are asked for only where something is or comes; `:has` decides, so it works without JavaScript. */
function UtilityFields({ kind }: { kind: UtilityKind }) {
  const { t } = useLanguage()
  const name = (field: string) => `utilities.${kind}.${field}`
  return (
    <section aria-labelledby={name('title')} className="group/utility flex flex-col gap-3 py-6 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={name('title')} className="flex items-center gap-2 text-lg font-bold">
          <Icon of={icons[kind]} />
          {t(`sites.utility.${kind}`)}
        </h2>
        <PresenceField
          name={name('presence')}
          label={`${t(`sites.utility.${kind}`)}: ${t('sites.field.presence')}`}
          options={presences.map((value) => ({
            value,
            label: value === 'unknown' ? t('akimat.unknown') : t(`akimat.presence.${value}`),
          }))}
        />
      </div>
      <div className={`grid grid-cols-2 gap-4 sm:grid-cols-4 ${whereItIs}`}>
        {(['installed', 'used', 'reserved', 'free'] as const).map((field) => (
          <CatalogueField key={field} name={name(field)} />
        ))}
      </div>
      <div className={whereItIs}>
        <UtilityBalance kind={kind} unit={unitOf[kind]} />
      </div>
      <div className="grid gap-4 sm:grid-cols-[1fr_11rem]">
        <CatalogueField name={name('operator')} hint={t('akimat.hint.operator')} />
        <div className={whereItIs}>
          <CatalogueField name={name('distanceM')} />
        </div>
      </div>
      <div className={`flex flex-col gap-1 ${whereItIs}`}>
        <TechnicalFold kind={kind} />
      </div>
      <div className={whereKnown}>
        <ProvenanceLine path={name('provenance')} />
      </div>
    </section>
  )
}

const common = ['presence', 'installed', 'used', 'reserved', 'free', 'distanceM', 'operator']

/** What an engineer asks later: the network itself, and the technical conditions of its company. */
function TechnicalFold({ kind }: { kind: UtilityKind }) {
  const { t } = useLanguage()
  const path = `utilities.${kind}`
  const names = utilityFields(kind).map((field) => field.name)
  const technical = names.filter((name) => !common.includes(name) && !/^(conditions|provenance)\./.test(name))
  const conditions = names.filter((name) => name.startsWith('conditions.'))
  return (
    <>
      {technical.length > 0 && <FilledFold path={path} fields={technical} title={t('editor.technical')} />}
      <FilledFold path={path} fields={conditions} title={t('editor.conditions')} />
    </>
  )
}

function FilledFold({ path, fields, title }: { path: string; fields: readonly string[]; title: string }) {
  const { t } = useLanguage()
  const names = fields.map((field) => `${path}.${field}`)
  const isConditions = fields.every((field) => field.startsWith('conditions.'))
  const filled = useFilledWords(names, { title, isValuesOnly: isConditions })
  const prefix = isConditions ? `${path}.conditions` : path
  return (
    <Fold prefix={prefix} summary={`${title}: ${filled === '' ? t('ui.state.unknown') : filled}`}>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {names.map((name) => (
          <CatalogueField key={name} name={name} />
        ))}
      </div>
    </Fold>
  )
}
