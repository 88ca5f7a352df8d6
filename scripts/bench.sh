#!/usr/bin/env bash
# Measure on SQLite and on a PostgreSQL that syncs every commit to disk. PGBENCH names pgbench, for the comparison on the same disk.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

rust_tools
end_of_tools
exec scripts/with-postgres.sh --durable cargo bench --bench gezi --locked "$@"
