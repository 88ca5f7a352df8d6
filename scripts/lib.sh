# Shared by the scripts here; sourced, never run. Needs bash, nothing else.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# rustup writes to the shell's profile, which the shell that installed it has not read yet.
command -v cargo >/dev/null || [ ! -d "$HOME/.cargo/bin" ] || PATH="$HOME/.cargo/bin:$PATH"
PATH=$PATH:/usr/sbin:/sbin # runuser; su without a dash leaves these out.
target=${CARGO_TARGET_DIR:-target}

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# have NAME MESSAGE: notes MESSAGE as missing when the program is not there. `end_of_tools` then stops with all of them at once.
missing=()
have() { command -v "$1" >/dev/null || missing+=("$1: $2"); }
end_of_tools() {
    [ ${#missing[@]} -eq 0 ] && return
    say "Missing on this machine:"
    printf '  %s\n' "${missing[@]}" >&2
    exit 1
}

# at_least HAVE WANT: compares versions such as 20.19.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

rust_tools() {
    local want found
    have cc "sudo apt-get install -y build-essential"
    if ! command -v cargo >/dev/null; then
        missing+=("cargo: sudo apt-get install -y curl; curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y")
    else
        want=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
        found=$(rustc --version | cut -d ' ' -f 2)
        at_least "$found" "$want" || missing+=("rustc $want or newer (this is $found): rustup update stable && rustup default stable")
    fi
}
lint_tools() {
    command -v cargo >/dev/null || return 0
    cargo fmt --version >/dev/null 2>&1 || missing+=("rustfmt: rustup component add rustfmt")
    cargo clippy --version >/dev/null 2>&1 || missing+=("clippy: rustup component add clippy")
}
node_tools() {
    local found
    found=$(node --version 2>/dev/null) || found=v0
    at_least "${found#v}" 20.19 || missing+=("node 20.19 or newer: sudo apt-get install -y nodejs, or https://nodejs.org where Debian's is older")
}

# The screens, which the program embeds: before any release build, and before a test that opens them.
frontend_packages() {
    # What lies there is what the lockfile says, or it is fetched anew.
    cmp -s frontend/package-lock.json frontend/node_modules/.lock-seen && return
    command -v npm >/dev/null || { say "npm is missing: sudo apt-get install -y npm"; return 1; }
    (cd frontend && npm ci --no-audit --no-fund) >&2 && cp frontend/package-lock.json frontend/node_modules/.lock-seen
}
frontend_script() { (cd frontend && npm run --silent "$@"); }

# apt_install PACKAGE…: as root or where sudo asks for no password; otherwise prints the line to type, and fails.
apt_install() {
    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || { say "Please run: sudo apt-get install -y $*"; return 1; }
        sudo=(sudo -n)
    fi
    command -v apt-get >/dev/null || { say "No apt-get here. Please install: $*"; return 1; }
    say "Installing $* with apt-get"
    "${sudo[@]}" apt-get update -qq >&2 &&
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 ||
        { say "That did not work. Please run: sudo apt-get update && sudo apt-get install -y $*"; return 1; }
}

# A port that nobody listens on just now. Below the range that the kernel hands out, so that it is likely still free in a moment.
free_port() {
    local port
    while :; do
        port=$((15000 + RANDOM % 17000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}
