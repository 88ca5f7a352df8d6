#!/usr/bin/env bash
# kill -9 the running service five times in the middle of eight tills' load, on SQLite and on a PostgreSQL that syncs every commit:
# no sale that a till was told of may be missing. By hand, not in continuous integration: it takes a minute and says what it saw.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

rust_tools
end_of_tools
exec scripts/with-postgres.sh --durable cargo test --locked --test it durable::no_acknowledged -- --ignored --nocapture --test-threads 1
