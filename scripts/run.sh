#!/usr/bin/env bash
# Build the release and start the demo cooperative. GEZI_DATABASE, GEZI_LISTEN and GEZI_DATA reach the service as they are.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

rust_tools
node_tools
end_of_tools
frontend_packages
frontend_script build
cargo build --release --locked
exec "$target/release/gezi" serve --demo "$@"
