#!/usr/bin/env bash
# The demo in a real browser: starts the service on a free port with an empty data folder, opens its pages in headless Chromium and looks
# for what a person would. GEZI_BINARY names a service that is already built. Ends with `browser: N passed, N failed`.
set -uo pipefail
. "$(dirname "$0")/lib.sh"

find_chromium() {
    local name
    for name in "${CHROMIUM-chromium}" chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    return 1
}
chromium=$(find_chromium) || { apt_install chromium && chromium=$(find_chromium); } || fail "A browser is needed: sudo apt-get install -y chromium"

service=${GEZI_BINARY:-$target/debug/gezi}
if [ -z "${GEZI_BINARY-}" ] || [ ! -x "$service" ]; then
    rust_tools
    end_of_tools
    cargo build --locked || exit 1
    service=$target/debug/gezi
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/gezi-browser.XXXXXX") || exit 1
server=''
clean_up() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null
    rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

port=$(free_port)
url=http://127.0.0.1:$port
# A week of trade: a build for tests takes its time over three months.
env -u GEZI_DATABASE -u GEZI_LISTEN GEZI_DATA="$scratch/data" GEZI_DEMO_DAYS=7 \
    "$service" serve --demo --listen "127.0.0.1:$port" --database "sqlite:$scratch/gezi.db" >"$scratch/server.log" 2>&1 &
server=$!

# status PATH: the HTTP status, by bash alone: a fresh machine has no curl.
status() {
    local line
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$1" "$port" >&3
    IFS=' ' read -r -t 10 _ line _ <&3
    exec 3>&-
    echo "$line"
}
until [ "$(status /readyz 2>/dev/null)" = 200 ]; do
    if ! kill -0 "$server" 2>/dev/null || [ "$SECONDS" -ge 180 ]; then
        tail -n 40 "$scratch/server.log"
        fail "The service was not ready after $SECONDS s."
    fi
    sleep 0.5
done

passed=0 failed=0
check() {
    local name=$1
    shift
    if "$@" >/dev/null; then
        passed=$((passed + 1)) && echo "ok      $name"
    else
        failed=$((failed + 1)) && echo "FAILED  $name"
    fi
}

flags=(--headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync
    --disable-dev-shm-usage "--user-data-dir=$scratch/browser" --enable-logging=stderr --virtual-time-budget=10000)
[ "$(id -u)" -ne 0 ] || flags+=(--no-sandbox) # Chromium refuses its sandbox to root, as in most containers.

# open PATH: what the page is after its scripts ran, and what the browser complained about, in $page and $page.log.
open() {
    page=$scratch/page${1//\//-}
    timeout 90 "$chromium" "${flags[@]}" --dump-dom "$url$1" >"$page" 2>"$page.log"
}
shows() { grep -qF -- "$1" "$page"; }
no_complaints() {
    ! grep -E 'CONSOLE.*(Refused|Content Security Policy|Uncaught|Failed to load|violates)' "$page.log" >&2
}

open /
check "/ is the start page, in Chinese" shows '格子铺的收银和账本'
check "/ says the same in English" shows 'The till and the books of grid shops'
check "/ leads to the API page" shows 'href="/api/docs"'
check "/ keeps its own content security policy" no_complaints
check "/start.css is there" [ "$(status /start.css)" = 200 ]
check "/favicon.svg is there" [ "$(status /favicon.svg)" = 200 ]
check "/healthz is well" [ "$(status /healthz)" = 200 ]
check "/api/openapi.json is there" [ "$(status /api/openapi.json)" = 200 ]
open /api/docs
check "/api/docs draws the operations" shows 'opblock-summary'
check "/api/docs shows the sale" shows '/sales'
check "/api/docs keeps its own content security policy" no_complaints

if [ "$failed" -gt 0 ]; then
    cat "$scratch"/page*.log
    tail -n 40 "$scratch/server.log"
fi
echo "browser: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
