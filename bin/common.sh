# What the commands in bin/ share: saying what happens, and installing what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n» %s\n' "$*"; }

# need "why" package…: installs the Debian packages that are not there yet.
need() {
  local why=$1 missing=() package
  shift
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Installing ${missing[*]}: $why"
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  if [ -z "${APT_UPDATED:-}" ]; then
    $sudo apt-get update -qq
    APT_UPDATED=yes
  fi
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=590 "${missing[@]}" >/dev/null
}

need_swift() {
  command -v swift >/dev/null || { echo "Swift 6.2 or newer is needed and is not here: see swift.org/install." >&2; exit 1; }
  need "the database, the cryptography, the mail and the workbooks that the product is built on" \
    libsqlite3-dev libsodium-dev libcurl4-openssl-dev libzip-dev libxlsxwriter-dev libqrencode-dev pkg-config
}

# need_python file: a virtual environment in .venv with the packages of the file, installed once.
need_python() {
  local list=$1 mark
  need "Python's own environments" python3 python3-venv
  mark=".venv/installed-$(sha256sum "$list" | cut -c1-16)"
  [ -e "$mark" ] && return
  say "Installing $(grep -cv '^#' "$list") Python packages for the tests into .venv"
  [ -d .venv ] || python3 -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check -r "$list"
  touch "$mark"
}
