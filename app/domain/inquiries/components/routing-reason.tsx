import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { PartRouting } from '../model'
import { OwnText } from './own-words'

/** Why the case lies with this body, in words; after a redirect with those of who handed it over. */
export function RoutingReason({ routing, body }: { routing: PartRouting; body: Localized }) {
  const { t, lang, format } = useLanguage()
  const say = (name: Localized) => chooseText(name, lang).text
  if (routing.reason === 'redirected') {
    const { from, day, text } = routing.facts
    return (
      <>
        <p>{t('routing.reason.redirected', { from: say(from), date: format.date(day) })}</p>
        <OwnText>{text}</OwnText>
      </>
    )
  }
  if (routing.reason === 'succeeded') {
    const { from, day, source } = routing.facts
    return (
      <>
        <p>{t('routing.reason.succeeded', { from: say(from), body: say(body), date: format.date(day) })}</p>
        <OwnText>{source}</OwnText>
      </>
    )
  }
  const { since, regionName } = routing.facts
  const names = { region: say(regionName), body: say(body) }
  if (routing.reason === 'spk_of_region' && since !== null) {
    return <p>{t('routing.reason.spk_of_region_since', { ...names, since: format.date(since) })}</p>
  }
  return <p>{t(`routing.reason.${routing.reason}`, names)}</p>
}
