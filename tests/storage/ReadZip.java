import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a ZIP from standard input as a stream, as a Java server would; prints "sha256 size name" for each entry. */
public class ReadZip {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        byte[] piece = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(System.in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                long size = 0;
                for (int count = zip.read(piece); count >= 0; count = zip.read(piece)) {
                    digest.update(piece, 0, count);
                    size += count;
                }
                out.println(HexFormat.of().formatHex(digest.digest()) + " " + size + " " + entry.getName());
            }
        }
        out.flush();
    }
}
