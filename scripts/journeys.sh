#!/usr/bin/env bash
# The screens in a real browser: frontend/tests/e2e in Debian's Chromium, against the debug build on SQLite; the day's journey
# (@day) on PostgreSQL too.
# GEZI_BINARY names a service that is already built. Arguments go to Playwright: scripts/journeys.sh -g refund
# Pictures of every screen are in target/browser/screens afterwards, what failed in target/browser/traces (whole traces with GEZI_TRACE=1).
set -uo pipefail
. "$(dirname "$0")/lib.sh"

node_tools
rust_tools
end_of_tools
has_browser() {
    local name
    for name in "${CHROMIUM-chromium}" chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null && return
    done
    return 1
}
has_browser || apt_install chromium || exit 1
frontend_packages || exit 1
[ -d frontend/dist/gallery ] || frontend_script build || exit 1
if [ -z "${GEZI_BINARY-}" ]; then
    cargo build --locked || exit 1
    GEZI_BINARY=$target/debug/gezi
fi
[ -x "$GEZI_BINARY" ] || fail "There is no service at $GEZI_BINARY"
GEZI_BINARY=$(realpath "$GEZI_BINARY")
export GEZI_BINARY

status=0
frontend_script journeys -- "$@" || status=1
if [ $# -eq 0 ]; then
    say "The day's journey on PostgreSQL"
    scripts/with-postgres.sh npm run --silent --prefix frontend journeys -- --grep @day || status=1
fi
exit "$status"
