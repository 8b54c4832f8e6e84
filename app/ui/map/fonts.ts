import cyrillicExtRegular from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-500-normal.woff2?url'
import cyrillicRegular from '@fontsource/noto-sans/files/noto-sans-cyrillic-500-normal.woff2?url'
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-500-normal.woff2?url'
import cyrillicExtBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-600-normal.woff2?url'
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url'
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url'

export const MEDIUM = ['Noto Sans Medium']
export const BOLD = ['Noto Sans SemiBold']

// The ranges of @fontsource/noto-sans. Kazakh needs both Cyrillic files: І Ұ are in one, Ә Ғ Қ Ң Ө Ү Һ in the other.
const CYRILLIC = ['U+0301', 'U+0400-045F', 'U+0490-0491', 'U+04B0-04B1', 'U+2116']
const CYRILLIC_EXT = ['U+0460-052F']
const LATIN = ['U+0000-00FF', 'U+0131', 'U+2000-206F', 'U+2212']

/** The style's `font-faces`: every label is drawn from files of this origin, no glyph server is asked. */
export function declareFontFaces(origin: string) {
  const face = (path: string, ranges: string[]) => ({ url: new URL(path, origin).href, 'unicode-range': ranges })
  return {
    [MEDIUM[0]!]: [face(cyrillicRegular, CYRILLIC), face(cyrillicExtRegular, CYRILLIC_EXT), face(latinRegular, LATIN)],
    [BOLD[0]!]: [face(cyrillicBold, CYRILLIC), face(cyrillicExtBold, CYRILLIC_EXT), face(latinBold, LATIN)],
  }
}
