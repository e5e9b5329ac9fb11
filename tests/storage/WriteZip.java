import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a ZIP to standard output as a Java server would: deflated, sizes in data descriptors. Arguments: names. */
public class WriteZip {
    public static void main(String[] names) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(System.out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("content of " + name).repeat(1000).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
