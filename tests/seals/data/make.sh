#!/bin/sh
# Makes the signatures of this folder anew, with the JDK (17 or later). The key is thrown away afterwards.
set -eu
cd "$(dirname "$0")"
store=$(mktemp -u)
trap 'rm -f "$store"' EXIT
keytool -genkeypair -alias seal -keyalg RSA -keysize 2048 -validity 9000 -dname "CN=ACME seal,O=ACME" \
    -storetype PKCS12 -keystore "$store" -storepass changeit
java XmlSignatures.java "$store" .
