import { useTranslation } from 'react-i18next'
import type { MapLabels } from './map-props'

/** Texts of a map in the language of the page; `title` says what this one shows. */
export function useMapLabels(title: string): MapLabels {
  const { t } = useTranslation()
  return {
    title,
    zoomIn: t('map.zoom_in'),
    zoomOut: t('map.zoom_out'),
    attribution: t('map.attribution'),
    approximate: t('map.approximate'),
    close: t('map.close'),
    marker: t('map.marker'),
    unavailable: t('map.unavailable'),
  }
}
