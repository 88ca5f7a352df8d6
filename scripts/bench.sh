#!/usr/bin/env bash
# Measure on SQLite and on a PostgreSQL that syncs every commit to disk, then the screens with Lighthouse. PGBENCH names pgbench, for the
# comparison on the same disk. With arguments, which go to `cargo bench`, only the first.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

rust_tools
end_of_tools
scripts/with-postgres.sh --durable cargo bench --bench gezi --locked "$@"
[ $# -gt 0 ] || scripts/lighthouse.sh
