import cyrillicExtMedium from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-500-normal.woff2?url'
import cyrillicMedium from '@fontsource/noto-sans/files/noto-sans-cyrillic-500-normal.woff2?url'
import latinMedium from '@fontsource/noto-sans/files/noto-sans-latin-500-normal.woff2?url'
import cyrillicExtBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-600-normal.woff2?url'
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url'
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url'

const MEDIUM_NAME = 'Noto Sans Medium'
const BOLD_NAME = 'Noto Sans SemiBold'

export const MEDIUM = [MEDIUM_NAME]
export const BOLD = [BOLD_NAME]

// The ranges of @fontsource/noto-sans. Kazakh needs both Cyrillic files: І Ұ are in one, Ә Ғ Қ Ң Ө Ү Һ in the other.
const CYRILLIC = ['U+0301', 'U+0400-045F', 'U+0490-0491', 'U+04B0-04B1', 'U+2116']
const CYRILLIC_EXT = ['U+0460-052F']
const LATIN = ['U+0000-00FF', 'U+0131', 'U+2000-206F', 'U+2212']

/** The style's `font-faces`: every label is drawn from files of this origin, no glyph server is asked. */
export function declareFontFaces(origin: string) {
  const face = (path: string, ranges: string[]) => ({ url: new URL(path, origin).href, 'unicode-range': ranges })
  return {
    [MEDIUM_NAME]: [face(cyrillicMedium, CYRILLIC), face(cyrillicExtMedium, CYRILLIC_EXT), face(latinMedium, LATIN)],
    [BOLD_NAME]: [face(cyrillicBold, CYRILLIC), face(cyrillicExtBold, CYRILLIC_EXT), face(latinBold, LATIN)],
  }
}
