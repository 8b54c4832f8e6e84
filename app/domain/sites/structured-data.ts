import { chooseText, type Language } from '#app/domain/kernel/localized'
import type { PublicSite } from './public-site'
import { wholeFloorAreaM2 } from './rules'

/** The site for search engines, schema.org: an offer of a place. `url` is the page in `language`. */
export function describeSite(
  site: PublicSite,
  language: Language,
  townName: string,
  url: string,
  imageUrl: string | null,
) {
  const { identity, rights, buildings } = site.dossier
  const area = wholeFloorAreaM2(buildings)
  const isOffered = site.status === 'published'
  return {
    '@context': 'https://schema.org',
    '@type': 'Offer',
    url,
    availability: isOffered ? 'https://schema.org/InStock' : 'https://schema.org/SoldOut',
    ...(rights.price !== null && rights.priceKind === 'purchase'
      ? { price: rights.price, priceCurrency: 'KZT' }
      : undefined),
    itemOffered: {
      '@type': 'Place',
      name: chooseText(identity.name, language).text,
      description: chooseText(identity.description, language).text || undefined,
      identifier: site.number,
      url,
      image: imageUrl ?? undefined,
      address: {
        '@type': 'PostalAddress',
        streetAddress: chooseText(identity.address, language).text || undefined,
        addressLocality: townName,
        addressCountry: 'KZ',
      },
      geo: identity.point && { '@type': 'GeoCoordinates', latitude: identity.point[1], longitude: identity.point[0] },
      floorSize: area === null ? undefined : { '@type': 'QuantitativeValue', value: area, unitCode: 'MTK' },
    },
  }
}
