import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { siteKinds } from '#app/domain/sites/choices'
import { textLimits } from '#app/domain/sites/limits'
import { languages } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ChoiceField } from '#app/ui/form/choice-fields'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'
import { useMemo } from 'react'
import { readReply, type FormReply } from '../form-reply'

type NewSiteFormProps = {
  /** Sent again, the form makes no second site. */
  formKey: string
  towns: readonly { key: string; name: Localized }[]
  reply?: FormReply
}

/** What it is and what it is called; everything else is asked in the editor, where nothing has to be known. */
export function NewSiteForm({ formKey, towns, reply }: NewSiteFormProps) {
  const { t, lang } = useLanguage()
  const { valueOf, errorOf, summary } = useMemo(() => readReply(t, reply), [t, reply])
  const errors = useMemo(() => summary(), [summary])
  const navigation = useNavigation()
  const [onlyTown] = towns
  return (
    <Form method="post" noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="key" value={valueOf('key', formKey)} readOnly />
      {towns.length === 1 && onlyTown ? (
        <input type="hidden" name="townKey" value={onlyTown.key} readOnly />
      ) : (
        <SelectField
          id="townKey"
          name="townKey"
          label={t('akimat.new.town')}
          defaultValue={valueOf('townKey')}
          error={errorOf('townKey')}
          options={towns.map((town) => ({ value: town.key, label: chooseText(town.name, lang).text }))}
          required
        />
      )}
      <ChoiceField
        id="kind"
        name="kind"
        label={t('akimat.new.kind')}
        defaultValue={valueOf('kind') || null}
        error={errorOf('kind')}
        options={siteKinds.map((value) => ({ value, label: t(`akimat.kind.${value}`) }))}
        required
      />
      {languages.map((language, index) => (
        <TextField
          key={language}
          id={`name_${language}`}
          name={`name_${language}`}
          lang={language}
          label={`${t('sites.field.name')} ${t(`akimat.in_language.${language}`)}`}
          hint={index === 0 ? t('akimat.hint.name') : undefined}
          defaultValue={valueOf(`name_${language}`)}
          error={errorOf(`name_${language}`)}
          maxLength={textLimits.name}
          autoComplete="off"
        />
      ))}
      <div>
        <Button look="primary" isBusy={navigation.state === 'submitting'}>
          {t('akimat.new.start')}
        </Button>
      </div>
    </Form>
  )
}
