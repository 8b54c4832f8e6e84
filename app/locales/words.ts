import type about from './ru/about.json'
import type accounts from './ru/accounts.json'
import type admin from './ru/admin.json'
import type home from './ru/home.json'
import type map from './ru/map.json'
import type notices from './ru/notices.json'
import type passport from './ru/passport.json'
import type search from './ru/search.json'
import type server from './ru/server.json'
import type sites from './ru/sites.json'
import type towns from './ru/towns.json'
import type ui from './ru/ui.json'

/** All texts of the product, as Russian has them: the keys of `t` are typed from here. One import per room file. */
export type Words = typeof about &
  typeof accounts &
  typeof admin &
  typeof home &
  typeof map &
  typeof notices &
  typeof passport &
  typeof search &
  typeof server &
  typeof sites &
  typeof towns &
  typeof ui
