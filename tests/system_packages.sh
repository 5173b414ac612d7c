#!/usr/bin/env bash
# What the tests need of the system: a browser, fonts with Vietnamese letters for its pictures, and libmagic for WARC files.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
ldconfig -p 2>/dev/null | grep -q 'libmagic\.so' || missing+=(libmagic1)
[ -d /usr/share/fonts/truetype/noto ] || missing+=(fonts-noto-core)
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "The tests need: ${missing[*]}. Install them with your system's package manager, chromium as /usr/bin/chromium." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "As root: apt-get install ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
