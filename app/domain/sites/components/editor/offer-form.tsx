import { chooseText } from '#app/domain/kernel/localized'
import { zoneQuestions } from '#app/domain/sites/model'
import { sectorKeys } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { EditorData } from '#app/domain/sites/editor-data'
import { BoxesField, LocalizedField, SegmentField } from './fields'

export function OfferForm({ data }: { data: EditorData }) {
  const { t, lang } = useLanguage()
  return (
    <>
      <BoxesField
        name="offeredFor.sectors"
        label={t('sites.field.sectors')}
        required
        options={sectorKeys.map((value) => ({ value, label: t(`sites.sector.${value}`) }))}
      />
      <LocalizedField name="offeredFor.note" label={t('sites.field.note')} hint={t('akimat.hint.note')} isLong />
      <BoxesField
        name="offeredFor.incentives"
        label={t('sites.field.incentives')}
        hint={t('akimat.hint.incentives')}
        options={data.incentives.map(({ key, name }) => ({ value: key, label: chooseText(name, lang).text }))}
      />
    </>
  )
}

export function ZoneForm() {
  const { t } = useLanguage()
  const answers = (['yes', 'no', 'unknown'] as const).map((value) => ({
    value,
    label: value === 'unknown' ? t('akimat.unknown') : t(`sites.answer.${value}`),
  }))
  return (
    <>
      {zoneQuestions.map((question) => (
        <SegmentField
          key={question}
          name={`zone.${question}`}
          label={t(`sites.zone_question.${question}`)}
          hint={t(`sites.zone_source.${question}`)}
          options={answers}
        />
      ))}
    </>
  )
}
