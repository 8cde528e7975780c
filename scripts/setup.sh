# Sets up what practicecoder needs; sourced by ./run and ./test, which are started in the checkout.
#
# First start: system libraries (Debian, Ubuntu), Python, uv, the locked dependencies. Later starts
# compare one fingerprint and touch neither network nor package manager.
# shellcheck shell=bash

# Without byte code every start would compile everything again.
unset PYTHONDONTWRITEBYTECODE

environment="$root/.venv"
stamp="$environment/.ready"

runtime_packages=(
    ca-certificates python3 python3-venv
    libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3  # widgets
    libpulse0 libxrandr2                                                  # sound
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0  # a screen
    fonts-dejavu-core                                                     # letters on a bare system
)
test_packages=(poppler-utils git)

say() { printf '%s\n' "$*" >&2; }

wanted_fingerprint() {
    cat "$root/requirements.lock" "$root/scripts/uv.lock" "$root/scripts/setup.sh" \
        "$root/pyproject.toml" | sha256sum | cut -d' ' -f1
}

is_ready() { # WHAT: run or test
    [ -x "$environment/bin/python" ] && [ -f "$stamp-$1" ] &&
        [ "$(cat "$stamp-$1")" = "$(wanted_fingerprint)" ]
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "These need root: $*"
        say "Install them as root (or install sudo), then start again."
        exit 1
    fi
}

install_system_packages() {
    command -v dpkg-query >/dev/null || return 0 # not Debian or Ubuntu: see the README
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing system packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null
}

find_python() {
    local candidate
    for candidate in /usr/bin/python3 python3.13 python3.12 python3.11 python3; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    say "practicecoder needs Python 3.11 or newer, and found none."
    exit 1
}

find_uv() {
    if command -v uv >/dev/null; then
        command -v uv
        return 0
    fi
    local boot="$environment/uv"
    if [ ! -x "$boot/bin/uv" ]; then
        "$1" -m venv "$boot" >&2 &&
            "$boot/bin/python" -m pip install --quiet --disable-pip-version-check \
                --require-hashes -r "$root/scripts/uv.lock" >&2 || return 0
    fi
    printf '%s\n' "$boot/bin/uv"
}

install_dependencies() {
    local python uv
    python="$(find_python)"
    say "Installing the locked dependencies into .venv (once; about 1.5 GB)"
    "$python" -m venv --clear --without-pip "$environment"
    export UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy
    # uv does not read pip's settings: let a mirror named for pip serve both.
    [ -z "${PIP_INDEX_URL:-}" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$PIP_INDEX_URL}"
    uv="$(find_uv "$python")"
    if [ -n "$uv" ]; then
        "$uv" pip install --quiet --python "$environment/bin/python" --require-hashes \
            --compile-bytecode -r "$root/requirements.lock"
        "$uv" pip install --quiet --python "$environment/bin/python" --no-deps \
            --no-build-isolation --compile-bytecode --editable "$root"
    else
        say "uv could not be installed; using pip, which takes a little longer."
        "$python" -m venv --upgrade "$environment"
        "$environment/bin/python" -m ensurepip --upgrade >/dev/null
        "$environment/bin/python" -m pip install --quiet --require-hashes \
            -r "$root/requirements.lock"
        "$environment/bin/python" -m pip install --quiet --no-deps --no-build-isolation \
            --editable "$root"
    fi
    # Compiled byte code of our own modules as well: the first window opens as fast as the next.
    "$environment/bin/python" -m compileall -q "$root/practicecoder" || true
}

set_up() { # WHAT: run or test
    is_ready "$1" && return 0
    if [ "$1" = test ]; then
        install_system_packages "${runtime_packages[@]}" "${test_packages[@]}"
    else
        install_system_packages "${runtime_packages[@]}"
    fi
    if ! is_ready run && ! is_ready test; then
        install_dependencies
    fi
    wanted_fingerprint >"$stamp-$1"
}
