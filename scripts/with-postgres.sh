#!/usr/bin/env bash
# Run a command with a throwaway PostgreSQL: scripts/with-postgres.sh [--durable] COMMAND…
#
# The command finds the server in GEZI_TEST_POSTGRES (user postgres, no password, 127.0.0.1 only) and pgbench in PGBENCH. The cluster is
# made for it and removed after it, whichever way it ends. --durable syncs every commit to disk; without it tests do not wait for the disk.
# A server that GEZI_TEST_POSTGRES already names is used as it is. PG_BINDIR chooses among several installed versions.
# No PostgreSQL is a failure, never a skipped test.
set -euo pipefail
here=$PWD
. "$(dirname "$0")/lib.sh"

durable=off
[ "${1-}" != --durable ] || { durable=on; shift; }
[ $# -gt 0 ] || fail "usage: scripts/with-postgres.sh [--durable] COMMAND…"

# Debian keeps the server's programs out of PATH. A folder counts when all three are in it: a lone `postgres` somewhere is no server.
find_bindir() {
    local dir
    while IFS= read -r dir; do
        [ -n "$dir" ] && [ -x "$dir/initdb" ] && [ -x "$dir/pg_ctl" ] && [ -x "$dir/postgres" ] && { echo "$dir"; return; }
    done < <(
        echo "${PG_BINDIR-}"
        printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV
        pg_config --bindir 2>/dev/null
        dirname "$(readlink -f "$(command -v initdb)" 2>/dev/null)" 2>/dev/null
    )
    return 1
}

bindir=$(find_bindir) || bindir=''
if [ -z "$bindir" ] && [ -z "${GEZI_TEST_POSTGRES-}" ]; then
    apt_install postgresql
    bindir=$(find_bindir) || fail "PostgreSQL is installed, but initdb, pg_ctl and postgres are not in one folder. PG_BINDIR can name it."
fi
PGBENCH=${PGBENCH:-$bindir/pgbench}
[ ! -x "$PGBENCH" ] || export PGBENCH

if [ -n "${GEZI_TEST_POSTGRES-}" ]; then
    say "PostgreSQL: the one in GEZI_TEST_POSTGRES"
    cd "$here"
    exec "$@"
fi

# PostgreSQL refuses to run as root. The other user must be able to enter the folder, which under a private TMPDIR it may not.
as_server=()
server_user=$(id -un)
if [ "$(id -u)" -eq 0 ]; then
    server_user=postgres
    id postgres >/dev/null 2>&1 || server_user=nobody
    as_server=(runuser -u "$server_user" --)
fi
new_cluster() {
    cluster=$(mktemp -d "$1/gezi-postgres.XXXXXX") || return 1
    chown "$server_user" "$cluster"
    "${as_server[@]}" test -w "$cluster" && return
    rmdir "$cluster"
    return 1
}
cluster='' child=''
new_cluster "${TMPDIR:-/tmp}" || new_cluster /tmp || fail "No folder that $server_user can write to, neither in ${TMPDIR:-/tmp} nor in /tmp."

clean_up() {
    trap '' INT TERM
    [ ! -f "$cluster/data/postmaster.pid" ] || "${as_server[@]}" "$bindir/pg_ctl" stop -D "$cluster/data" -m immediate -s || true
    rm -rf "$cluster"
}
# The whole process group: cargo's tests must not go on without their database.
stop_with() {
    trap '' INT TERM
    [ -z "$child" ] || { kill -TERM -- "-$child" 2>/dev/null && wait "$child" || true; }
    exit "$1"
}
trap clean_up EXIT
trap 'stop_with 130' INT
trap 'stop_with 143' TERM
trap 'stop_with 129' HUP

cd "$cluster" # The server's user may not be allowed into the folder that we came from.
# No locale of this machine: the same order of text everywhere.
"${as_server[@]}" "$bindir/initdb" -D data -U postgres -A trust -E UTF8 --no-locale --no-instructions >initdb.log 2>&1 ||
    { cat initdb.log >&2; fail "PostgreSQL could not make a cluster in $cluster."; }
settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300 -c fsync=$durable -c full_page_writes=$durable"
settings+=" -c synchronous_commit=$durable"
for _ in 1 2 3 4 5; do
    port=$(free_port)
    # Another program may take the port between the look and the start; then the next one.
    "${as_server[@]}" "$bindir/pg_ctl" start -D data -l "$cluster/data/server.log" -w -t 60 -s -o "-p $port $settings" </dev/null >/dev/null && break
    port=''
done
[ -n "$port" ] || { tail -n 20 "$cluster/data/server.log" >&2; fail "PostgreSQL did not start."; }
export GEZI_TEST_POSTGRES="postgres://postgres@127.0.0.1:$port/postgres"
say "PostgreSQL: $("$bindir/postgres" --version | cut -d ' ' -f 3), fsync $durable, $GEZI_TEST_POSTGRES"

cd "$here"
set -m # A process group of its own for the command, which signals are passed on to.
"$@" &
child=$!
set +m
status=0
wait "$child" || status=$?
exit "$status"
