import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes'

/** A place that answers requests: its pattern and file. Layouts without an address of their own are left out. */
export type ListedRoute = { pattern: string; file: string }

/** Every address of the product, from the URL map itself. */
export function listRoutes(entries: RouteConfigEntry[] = routes, prefix = ''): ListedRoute[] {
  return entries.flatMap((entry): ListedRoute[] => {
    const pattern = [prefix, entry.path].filter(Boolean).join('/')
    const children = listRoutes(entry.children ?? [], pattern)
    const isLayout = entry.children !== undefined
    return isLayout ? children : [{ pattern: `/${pattern}`, file: entry.file }, ...children]
  })
}
