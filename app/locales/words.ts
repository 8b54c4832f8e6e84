import type about from './ru/about.json'
import type accounts from './ru/accounts.json'
import type admin from './ru/admin.json'
import type akimat from './ru/akimat.json'
import type home from './ru/home.json'
import type inquiries from './ru/inquiries.json'
import type map from './ru/map.json'
import type notices from './ru/notices.json'
import type passport from './ru/passport.json'
import type routing from './ru/routing.json'
import type search from './ru/search.json'
import type server from './ru/server.json'
import type sites from './ru/sites.json'
import type towns from './ru/towns.json'
import type spk from './ru/spk.json'
import type ui from './ru/ui.json'

/** All texts of the product, as Russian has them: the keys of `t` are typed from here. One import per room file. */
export type Words = typeof about &
  typeof accounts &
  typeof admin &
  typeof akimat &
  typeof home &
  typeof inquiries &
  typeof map &
  typeof notices &
  typeof passport &
  typeof routing &
  typeof search &
  typeof server &
  typeof sites &
  typeof spk &
  typeof towns &
  typeof ui
