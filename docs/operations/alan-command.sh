#!/bin/sh
# A command of the product with the settings of its service, as its user: alan-command backup | restore | audit-verify …
# What is set already, such as another DATABASE_URL, stays.
set -e
while IFS= read -r line; do
  case $line in '' | '#'*) ;; *) printenv "${line%%=*}" >/dev/null || export "$line" ;; esac
done </etc/alan/alan.env
export NODE_ENV=production DATA_DIR="${DATA_DIR:-/var/lib/alan}"
cd /opt/alan/current
umask 077
exec setpriv --reuid=alan --regid=alan --clear-groups --no-new-privs node build/server/database.js "$@"
