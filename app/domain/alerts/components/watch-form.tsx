import { readReply, type FormReply } from '#app/domain/alerts/components/form-reply'
import type { Rhythm } from '#app/domain/alerts/model'
import { watchPath } from '#app/domain/alerts/watch-query'
import { listActive } from '#app/domain/search/active'
import type { PlaceNames } from '#app/domain/search/card-view'
import { describeCriterion } from '#app/domain/search/components/criterion-label'
import type { Criteria } from '#app/domain/search/model'
import { useLanguage, type PageLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip } from '#app/ui/chip'
import { ChoiceField } from '#app/ui/form/choice-fields'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { LinkButton } from '#app/ui/link-button'
import { useNavigation } from '@remix-run/react'
import { EmailField } from './email-field'

export type WatchFormData = {
  query: string
  /** What is asked for: the conditions of a search, or the name of a brief. */
  about: { criteria: Criteria; names: PlaceNames } | { brief: string }
  /** Where letters go; null when the address has to be asked for. */
  address: string | null
}

/** Saves a search or a brief: what it asks for, its name, how often to write, and where to when that is not known. */
export function WatchForm({ data, reply }: { data: WatchFormData; reply: FormReply | undefined }) {
  const words = useLanguage()
  const { t, href } = words
  const { valueOf, errorOf, summary } = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  const labels = labelsOf(data.about, words)
  const title = (labels.length === 0 ? t('alerts.watch.everything') : labels.join(', ')).slice(0, 120)
  return (
    <Form method="post" noValidate className="max-w-text flex flex-col gap-6">
      <ErrorSummary errors={summary((name) => (name === 'query' ? 'title' : name))} />
      <input type="hidden" name="query" value={data.query} />
      <Conditions labels={labels} />
      <TextField
        id="title"
        name="title"
        maxLength={120}
        label={t('alerts.watch.name')}
        hint={t('alerts.watch.name_hint')}
        defaultValue={valueOf('title', title)}
        error={errorOf('title') ?? errorOf('query')}
        required
      />
      <ChoiceField
        id="rhythm"
        name="rhythm"
        label={t('alerts.watch.rhythm')}
        defaultValue={valueOf('rhythm', 'daily')}
        error={errorOf('rhythm')}
        options={(['daily', 'at_once', 'none'] satisfies Rhythm[]).map((value) => ({
          value,
          label: t(`alerts.watch.${value}`),
        }))}
        required
      />
      {data.address === null ? (
        <EmailField
          label={t('alerts.watch.email')}
          hint={t('alerts.watch.email_hint')}
          value={valueOf('email')}
          error={errorOf('email')}
        />
      ) : (
        <p className="text-muted break-words" translate="no">
          {t('alerts.watch.letters_to', { email: data.address })}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isBusy={isBusy}>
          {t('alerts.watch.submit')}
        </Button>
        <LinkButton look="quiet" to={href(watchPath(data.query))}>
          {t('brief' in data.about ? 'alerts.watch.back_brief' : 'alerts.watch.back')}
        </LinkButton>
      </div>
    </Form>
  )
}

function labelsOf(about: WatchFormData['about'], words: PageLanguage): string[] {
  if ('brief' in about) return [about.brief]
  return listActive(about.criteria).map(({ criterion }) => describeCriterion(criterion, words, about.names))
}

function Conditions({ labels }: { labels: string[] }) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-base font-bold">{t('alerts.watch.criteria')}</h2>
      <ul className="flex flex-wrap gap-2">
        {(labels.length === 0 ? [t('alerts.watch.everything')] : labels).map((label) => (
          <li key={label}>
            <Chip>{label}</Chip>
          </li>
        ))}
      </ul>
    </div>
  )
}
