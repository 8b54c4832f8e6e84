import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ChoiceField } from '#app/ui/form/choice-fields'
import { Form } from '#app/ui/form/form'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'
import type { RatingView } from '../model'
import { textLimits } from '../schema'
import { readReply, type FormReply } from './form-reply'
import { OwnText } from './own-words'

const stars = ['5', '4', '3', '2', '1'] as const

type RatingPanelProps = { part: number; rating: RatingView | null; reply: FormReply | undefined }

/** The investor says how the body handled a part that has ended, or changes it. */
export function RatingPanel({ part, rating, reply }: RatingPanelProps) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Panel title={t('investor.rate.title')}>
      <Form method="post" noValidate className="flex flex-col gap-3" data-no-print>
        <input type="hidden" name="intent" value="rate" />
        <input type="hidden" name="part" value={part} />
        <ChoiceField
          id={`stars-${part}`}
          name="stars"
          label={t('investor.rate.stars')}
          hint={t('investor.rate.text')}
          error={errorOf('stars')}
          options={stars.map((value) => ({ value, label: t(`investor.rate.star.${value}`) }))}
          defaultValue={valueOf('stars', rating === null ? '' : String(rating.stars))}
          required
        />
        <TextAreaField
          id={`rating-${part}`}
          name="text"
          rows={3}
          label={t('investor.rate.words')}
          defaultValue={valueOf('text', rating?.text)}
          error={errorOf('text')}
          maxLength={textLimits.text}
          isMarkedOptional
        />
        <div>
          <Button isBusy={isBusy}>{t('investor.rate.submit')}</Button>
        </div>
      </Form>
    </Panel>
  )
}

/** A rating as it was given; `own`: on the page of who gave it. */
export function RatingNote({ rating, isOwn = false }: { rating: RatingView; isOwn?: boolean }) {
  const { t } = useLanguage()
  return (
    <div>
      <p className="font-semibold">
        {t(isOwn ? 'investor.rate.own' : 'investor.rate.given', { stars: String(rating.stars) })}
      </p>
      {rating.text !== '' && <OwnText>{rating.text}</OwnText>}
    </div>
  )
}
