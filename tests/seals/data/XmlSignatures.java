import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.*;
import javax.xml.crypto.dsig.spec.*;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes the XML signatures of this folder with the JDK's own XML-Signature implementation (see make.sh).
 * Arguments: key store (PKCS12, password "changeit"), folder.
 */
public class XmlSignatures {
    static final XMLSignatureFactory XML = XMLSignatureFactory.getInstance("DOM");
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static PrivateKey key;
    static X509Certificate certificate;

    public static void main(String[] arguments) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new FileInputStream(arguments[0]), "changeit".toCharArray());
        key = (PrivateKey) store.getKey("seal", "changeit".toCharArray());
        certificate = (X509Certificate) store.getCertificate("seal");
        Path folder = Path.of(arguments[1]);
        byte[] letter = Files.readAllBytes(folder.resolve("Letter.txt"));
        byte[] invoice = Files.readAllBytes(folder.resolve("Invoice.xml"));

        Document document = parsed(invoice);
        XMLSignature enveloped = signature(List.of(reference("", Transform.ENVELOPED)), null);
        sign(enveloped, new DOMSignContext(key, document.getDocumentElement()), null);
        save(document, folder.resolve("enveloped.xml"));

        document = fresh();
        String text = Base64.getMimeEncoder().encodeToString(letter);
        XMLObject object = XML.newXMLObject(
            List.of(new DOMStructure(document.createTextNode(text))), "content", "text/plain", Transform.BASE64);
        XMLSignature enveloping = signature(List.of(reference("#content", Transform.BASE64)), List.of(object));
        sign(enveloping, new DOMSignContext(key, document), null);
        save(document, folder.resolve("enveloping.xml"));

        document = fresh();
        XMLSignature detached = signature(List.of(reference("Letter.txt", null)), null);
        sign(detached, new DOMSignContext(key, document), letter);
        save(document, folder.resolve("detached.xml"));

        document = fresh();
        Element properties = properties(document);
        XMLObject qualifying = XML.newXMLObject(List.of(new DOMStructure(properties)), null, null, null);
        Reference over = XML.newReference(
            "#properties", XML.newDigestMethod(DigestMethod.SHA256, null),
            List.of(XML.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
            "http://uri.etsi.org/01903#SignedProperties", null);
        XMLSignature xades = signature(List.of(reference("Letter.txt", null), over), List.of(qualifying));
        DOMSignContext context = new DOMSignContext(key, document);
        Element signed = (Element) properties.getFirstChild();
        context.setIdAttributeNS(signed, null, "Id");
        sign(xades, context, letter);
        save(document, folder.resolve("xades.xml"));
    }

    static Reference reference(String uri, String transform) throws Exception {
        List<Transform> transforms = transform == null
            ? null : List.of(XML.newTransform(transform, (TransformParameterSpec) null));
        return XML.newReference(uri, XML.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
    }

    static XMLSignature signature(List<Reference> references, List<XMLObject> objects) throws Exception {
        SignedInfo info = XML.newSignedInfo(
            XML.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
            XML.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null), references);
        KeyInfoFactory infos = XML.getKeyInfoFactory();
        KeyInfo holder = infos.newKeyInfo(List.of(infos.newX509Data(List.of(certificate))));
        return XML.newXMLSignature(info, holder, objects, "signature", null);
    }

    static void sign(XMLSignature signature, DOMSignContext context, byte[] outside) throws Exception {
        context.setDefaultNamespacePrefix("ds");
        if (outside != null) {
            URIDereferencer standard = XML.getURIDereferencer();
            context.setURIDereferencer((reference, there) -> reference.getURI().startsWith("#")
                ? standard.dereference(reference, there)
                : new OctetStreamData(new ByteArrayInputStream(outside)));
        }
        signature.sign(context);
    }

    static Element properties(Document document) throws Exception {
        Element qualifying = document.createElementNS(XADES, "xades:QualifyingProperties");
        qualifying.setAttribute("Target", "#signature");
        Element signed = add(qualifying, XADES, "xades:SignedProperties");
        signed.setAttribute("Id", "properties");
        Element inner = add(signed, XADES, "xades:SignedSignatureProperties");
        add(inner, XADES, "xades:SigningTime").setTextContent("2026-11-24T12:00:00Z");
        Element digest = add(
            add(add(inner, XADES, "xades:SigningCertificateV2"), XADES, "xades:Cert"), XADES, "xades:CertDigest");
        add(digest, XMLSignature.XMLNS, "ds:DigestMethod").setAttribute("Algorithm", DigestMethod.SHA256);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        add(digest, XMLSignature.XMLNS, "ds:DigestValue").setTextContent(Base64.getEncoder().encodeToString(hash));
        return qualifying;
    }

    static Element add(Element parent, String namespace, String name) {
        Element made = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(made);
        return made;
    }

    static Document parsed(byte[] text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text));
    }

    static Document fresh() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().newDocument();
    }

    static void save(Document document, Path path) throws Exception {
        try (FileOutputStream file = new FileOutputStream(path.toFile())) {
            TransformerFactory.newInstance().newTransformer().transform(
                new DOMSource(document), new StreamResult(file));
        }
    }
}
