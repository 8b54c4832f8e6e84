import { useSyncExternalStore } from 'react'
import type { MapTheme } from './palette'

const DARK_QUERY = '(prefers-color-scheme: dark)'

function readTheme(): MapTheme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'dark' || chosen === 'light') return chosen
  return window.matchMedia(DARK_QUERY).matches ? 'dark' : 'light'
}

function watchTheme(onChange: () => void) {
  const query = window.matchMedia(DARK_QUERY)
  const observer = new MutationObserver(onChange)
  query.addEventListener('change', onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    query.removeEventListener('change', onChange)
    observer.disconnect()
  }
}

/** The theme the page is shown in, followed as it changes. */
export function useMapTheme(): MapTheme {
  return useSyncExternalStore(watchTheme, readTheme, () => 'light')
}
