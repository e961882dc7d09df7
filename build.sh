#!/usr/bin/env bash
# Builds, shows, tests and packs Rapport. The only command that a person needs:
#
#   ./build.sh [build]   dist/chrome and dist/firefox, ready to load
#   ./build.sh demo      a demo feed in a real browser (BROWSER=firefox for Firefox)
#   ./build.sh test      everything that has to pass
#   ./build.sh bench     what Rapport costs a page
#   ./build.sh package   the zip files for the stores
#
# Needs Rust, Node and git; everything else it sets up itself. CHROME_PATH and
# FIREFOX_PATH name browsers that are not where they are usually found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

heading() { printf '\n== %s\n' "$*"; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

need() {
  command -v "$1" >/dev/null || fail "$1 is missing: $2"
}

setup_build() {
  need cargo "install Rust from https://rustup.rs"
  need node "install Node.js 20 or newer"
  need npm "it comes with Node.js"
  local sysroot
  sysroot=$(rustc --print sysroot)
  if [[ ! -d $sysroot/lib/rustlib/wasm32-unknown-unknown ]]; then
    heading "Add the Rust target wasm32-unknown-unknown"
    command -v rustup >/dev/null || fail "add the Rust target wasm32-unknown-unknown to your toolchain"
    rustup target add wasm32-unknown-unknown
  fi
  # npm leaves a copy of the lock file behind; as long as it is no older, what
  # is installed is what is locked.
  if [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then
    heading "Install the npm packages"
    npm ci --ignore-scripts --no-audit --no-fund
    touch node_modules/.package-lock.json
  fi
}

# setup_browser VARIABLE PACKAGES COMMAND...: finds a browser, or installs one,
# and exports where it is.
setup_browser() {
  local variable=$1 name packages root=()
  read -ra packages <<<"$2"
  shift 2
  if [[ -n ${!variable:-} ]]; then
    [[ -x ${!variable} ]] || fail "$variable is ${!variable}, which cannot be run"
    return
  fi
  for name in "$@"; do
    if name=$(command -v "$name"); then
      export "$variable=$name"
      return
    fi
  done
  if command -v apt-get >/dev/null; then
    if [[ $EUID -ne 0 ]]; then
      if ! sudo -n true 2>/dev/null; then
        fail "no ${packages[0]} found: run 'sudo apt-get install ${packages[*]}', or set $variable"
      fi
      root=(sudo)
    fi
    heading "Install ${packages[*]}"
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}"
    name=$(command -v "$1") || fail "${packages[*]} was installed, but $1 is not found"
    export "$variable=$name"
    return
  fi
  fail "no ${packages[0]} found: install it, or set $variable"
}

# Its languages come apart; one test looks at the French interface.
setup_chrome() { setup_browser CHROME_PATH 'chromium chromium-l10n' chromium google-chrome chromium-browser; }
setup_firefox() { setup_browser FIREFOX_PATH firefox-esr firefox-esr firefox; }

# A real comment server for one test, as pinned; from PyPI into target/.
setup_isso() {
  local list=tests/e2e/isso/requirements.txt folder=target/isso root=()
  if [[ -x $folder/bin/isso ]] && cmp -s "$list" "$folder/installed.txt"; then return; fi
  if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    command -v apt-get >/dev/null || fail "Python 3 with its module venv is missing: install it"
    if [[ $EUID -ne 0 ]]; then
      sudo -n true 2>/dev/null || fail "run 'sudo apt-get install python3-venv'"
      root=(sudo)
    fi
    heading "Install python3-venv"
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv
  fi
  heading "Install Isso"
  python3 -m venv --clear "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$list"
  # Last, so that an installation that was cut off is done again.
  cp "$list" "$folder/installed.txt"
}

# The tools are built without optimisation: that is a minute less, and they run
# for seconds.
xtask() { cargo run --quiet --locked --package xtask -- "$@"; }

build() {
  setup_build
  heading "Build"
  xtask build
}

component() {
  cargo "$1" --version >/dev/null 2>&1 || rustup component add "$2"
}

test_all() {
  setup_build
  setup_chrome
  setup_firefox
  setup_isso
  component fmt rustfmt
  component clippy clippy
  heading "Format"
  cargo fmt --all --check
  heading "Lints"
  cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
  for feature in content extension; do
    cargo clippy --quiet --locked --lib --target wasm32-unknown-unknown --features "$feature" -- -D warnings
  done
  if cargo deny --version >/dev/null 2>&1; then
    heading "Dependencies"
    cargo deny --log-level error check licenses bans sources
  else
    printf 'skipped: cargo-deny is not installed\n'
  fi
  heading "Native tests, and the build beside them"
  # Much of the build has one thing to do at a time, and so have the slowest
  # tests. Its tools are built first: two at once would wait for each other.
  cargo build --quiet --locked --package xtask
  target/debug/xtask build >target/build.log 2>&1 &
  local building=$! tested=0
  cargo test --quiet --locked --workspace || tested=$?
  wait "$building" || { cat target/build.log; return 1; }
  [[ $tested == 0 ]] || return "$tested"
  heading "Build"
  cat target/build.log
  heading "Lint of the extension"
  node tests/lint.mjs
  heading "End-to-end tests in Chromium and Firefox"
  # Side by side, and two files at a time each: a test mostly waits.
  local browser failed=0
  local -A running
  for browser in chrome firefox; do
    BROWSER=$browser node --test --test-concurrency=2 tests/e2e/*.test.mjs >"target/e2e-$browser.log" 2>&1 &
    running[$browser]=$!
  done
  for browser in chrome firefox; do
    wait "${running[$browser]}" || failed=1
    cat "target/e2e-$browser.log"
  done
  return $failed
}

case ${1:-build} in
  build) build ;;
  demo)
    build
    if [[ ${BROWSER:-chrome} == firefox ]]; then setup_firefox; else setup_chrome; fi
    node tests/e2e/demo.mjs
    ;;
  test) test_all ;;
  bench)
    build
    setup_chrome
    xtask reading
    node tests/reading.bench.mjs
    node tests/e2e/bench.mjs
    node tests/e2e/opening.mjs
    ;;
  package)
    setup_build
    heading "Package"
    xtask package
    ;;
  *) fail "unknown command '$1'; it is build, demo, test, bench or package" ;;
esac
