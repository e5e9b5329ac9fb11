#!/bin/sh
# Makes two-with-xpath.xml, wrapped.xml, inherited.xml, enveloping.xml and part-of-an-object.xml anew, with
# xmlsec1 and a key that is thrown away afterwards. The other files of this folder are by other programs.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key" -out "$work/crt" -days 9000 -subj /CN=xmlsec1 2>/dev/null

# signature ID C14N REFERENCES: a template
signature() {
    printf '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="%s"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="%s"/><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>%s</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data/></ds:KeyInfo></ds:Signature>' "$1" "$2" "$3"
}
# reference URI TRANSFORMS
reference() {
    printf '<ds:Reference URI="%s"><ds:Transforms>%s</ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference>' "$1" "$2"
}
# sign FILE ID [OPTIONS]
sign() {
    file=$1 id=$2
    shift 2
    xmlsec1 --sign --privkey-pem "$work/key,$work/crt" --node-id "$id" "$@" --output "$work/out" "$file"
    cp "$work/out" "$file"
}
inclusive=http://www.w3.org/TR/2001/REC-xml-c14n-20010315
exclusive=http://www.w3.org/2001/10/xml-exc-c14n#
all='<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>not(ancestor-or-self::ds:Signature)</ds:XPath></ds:Transform>'
enveloped='<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>'
ids="--id-attr:Id http://www.w3.org/2000/09/xmldsig#:Signature"

{
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<offer xmlns="urn:x"><price>100</price>'
    signature one $exclusive "$(reference '' "$all<ds:Transform Algorithm=\"$exclusive\"/>")"
    signature two $inclusive "$(reference '' "$all")"
    printf '</offer>\n'
} >two-with-xpath.xml
sign two-with-xpath.xml one $ids
sign two-with-xpath.xml two $ids

{
    printf '<box xmlns="urn:x"><file Id="a">first</file><file Id="b">second</file>'
    signature one $exclusive "$(reference '#a' "<ds:Transform Algorithm=\"$exclusive\"/>")$(reference '#b' "<ds:Transform Algorithm=\"$exclusive\"/>")"
    printf '</box>\n'
} >wrapped.xml
sign wrapped.xml one $ids --id-attr:Id urn:x:file

{
    printf '<m xmlns="urn:x" xmlns:y="urn:y" xml:lang="pl"><part xml:space="preserve" Id="a"><t y:n="1"> kwota </t><n xmlns="">5</n></part>'
    signature one $inclusive "$(reference '#a' '')" | sed 's#<ds:Transforms></ds:Transforms>##'
    printf '</m>\n'
} >inherited.xml
sign inherited.xml one $ids --id-attr:Id urn:x:part

{
    signature one $inclusive "$(reference '#content' "<ds:Transform Algorithm=\"$exclusive\"/>")" |
        sed 's#</ds:Signature>#<ds:Object Id="content"><offer xmlns="urn:x"><price>100</price></offer></ds:Object></ds:Signature>#'
} >enveloping.xml
sign enveloping.xml one $ids --id-attr:Id http://www.w3.org/2000/09/xmldsig#:Object

{
    signature one $inclusive "$(reference '#part' "<ds:Transform Algorithm=\"$exclusive\"/>")" |
        sed 's#</ds:Signature>#<ds:Object><offer xmlns="urn:x" Id="part"><price>100</price></offer></ds:Object></ds:Signature>#'
} >part-of-an-object.xml
sign part-of-an-object.xml one $ids --id-attr:Id urn:x:offer
