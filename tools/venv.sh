#!/bin/sh
# Makes the virtual environment named by $1, with the first Python that is 3.11 or newer.
# PYTHON=/path/to/python chooses one.
set -u
folder=$1

# A name on the path may be a stub that only prints a hint: a Python is one that answers.
version_of() { "$@" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null </dev/null; }
fits() { "$@" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 </dev/null; }

seen=""
chosen=""
for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
  version=$(version_of "$candidate") || continue
  if fits "$candidate"; then
    chosen=$candidate
    break
  fi
  seen="$seen $candidate is $version;"
done
if [ -z "$chosen" ]; then
  echo "whygrad needs Python 3.11 or newer, got:${seen:- no Python at all}" >&2
  echo "Install one, or name it: make ... PYTHON=/path/to/python3" >&2
  exit 1
fi

echo "making $folder with Python $(version_of "$chosen")"
rm -rf "$folder"
log=$("$chosen" -m venv "$folder" 2>&1) && exit 0
# Debian and Ubuntu keep venv in a package of its own.
package="python$(version_of "$chosen")-venv"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing $package"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null
  rm -rf "$folder"
  "$chosen" -m venv "$folder" && exit 0
fi
rm -rf "$folder"
echo "$log" >&2
echo "On Debian and Ubuntu: sudo apt-get install $package" >&2
exit 1
