#!/usr/bin/env bash
# Proves ./run and ./test on a bare Debian 12: a fresh system tree, a fresh clone, nothing else.
#
# usage (as root): scripts/prove_on_bare_debian.sh FOLDER [run|test]
#
# FOLDER becomes a minimal Debian 12 (debootstrap's "minbase") if it does not hold one, from
# debootstrap's usual mirror or the one named by DEBIAN_MIRROR. The clone is of the committed
# state. A certificate bundle named by SSL_CERT_FILE is handed on, for networks whose package
# mirror needs one.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
bare="$1"
what="${2:-run}"

[ -x "$bare/bin/bash" ] || debootstrap --variant=minbase bookworm "$bare" ${DEBIAN_MIRROR:-}
cp /etc/resolv.conf /etc/hosts "$bare/etc/"
mountpoint -q "$bare/proc" || mount -t proc proc "$bare/proc"
mountpoint -q "$bare/dev" || mount --bind /dev "$bare/dev"
trap 'umount "$bare/proc" "$bare/dev" || true' EXIT
if [ -n "${SSL_CERT_FILE:-}" ]; then
    cp "$SSL_CERT_FILE" "$bare/tmp/certificates.pem"
fi
rm -rf "$bare/opt/practicecoder"
mkdir -p "$bare/opt" "$bare/home/stranger"
git clone --quiet "$here" "$bare/opt/practicecoder"

in_bare() {
    env -i HOME=/home/stranger PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        ${SSL_CERT_FILE:+SSL_CERT_FILE=/tmp/certificates.pem PIP_CERT=/tmp/certificates.pem} \
        chroot "$bare" /bin/bash -c "cd /opt/practicecoder && $*"
}

time in_bare "./$what"
if [ "$what" = run ]; then
    echo "second start, without any network:"
    time unshare --net -- env -i HOME=/home/stranger PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        chroot "$bare" /bin/bash -c "cd /opt/practicecoder && ./run --version"
fi
