package dev.keyline.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyline.iax.auth.Secret;
import dev.keyline.iax.trace.MalformedCapture;
import dev.keyline.iax.trace.Pcap;
import dev.keyline.iax.trace.Secrets;
import dev.keyline.iax.trace.SignatureCheck;
import dev.keyline.iax.trace.Story;
import dev.keyline.tools.capture.Exchanges;
import dev.keyline.tools.page.LadderPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page of `keyline trace --html`, opened by a browser: no error, nothing wider than the
/// screen, and its frames open.
@Busy
class LadderPageInChromiumTest {
    private static final Path CAPTURES = Path.of("../iax/src/test/resources/captures");
    private static final Secrets SECRETS =
            new Secrets(List.of(new Secrets.Named("rsaenc", new Secret("enc-secret-1"))));

    /// Counts what goes wrong in the page, and writes it and the widths into it.
    private static final String BEFORE =
            "<script>var wrong = 0; window.onerror = function () { wrong++; };"
                    + " console.error = function () { wrong++; };</script>";

    private static final String AFTER =
            "<script>document.getElementById('open').click();"
                    + "document.body.setAttribute('data-seen', window.innerWidth + ' wide, '"
                    + " + wrong + ' errors, overflow '"
                    + " + Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"
                    + " + ', open ' + document.querySelectorAll('details[open]').length);</script>";

    /// A browser without a screen has windows of 500 pixels at least, so the page is framed.
    private static final String FRAME =
            """
            <!doctype html><body style="margin:0">
            <iframe src="page.html" width="%d" height="900" style="border:0"></iframe>
            <script>
            window.onload = function () {
              var inner = document.querySelector('iframe').contentDocument.body;
              document.body.setAttribute('data-seen', inner.getAttribute('data-seen'));
            };
            </script></body>
            """;

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "rsaenc-peer,1280",
        "rsaenc-peer,375",
        "loss-vnak-retransmit,1280",
        "loss-vnak-retransmit,375"
    })
    void itIsShownWithoutErrors(String capture, int width) throws Exception {
        var chromium = chromium();
        assumeTrue(chromium.isPresent(), "chromium is not installed, so the page is not opened");
        var file = folder.resolve("page.html");
        Files.writeString(
                file,
                page(capture)
                        .replaceFirst("<head>", "<head>" + BEFORE)
                        .replace("</body>", AFTER + "</body>"));
        var frame = Files.writeString(folder.resolve("frame.html"), FRAME.formatted(width));
        var dom = dom(chromium.get(), frame);
        assertThat(dom)
                .containsPattern(
                        "data-seen=\"" + width + " wide, 0 errors, overflow 0, open [1-9]\\d*\"");
    }

    private static String page(String capture) throws IOException, MalformedCapture {
        var packets = Pcap.read(Files.readAllBytes(CAPTURES.resolve(capture + ".pcap")));
        var page = new LadderPage(capture, new Exchanges(SignatureCheck.NONE, SECRETS));
        Story.of(packets, SignatureCheck.NONE, SECRETS).forEach(page::add);
        return page.html();
    }

    private String dom(String chromium, Path file) throws Exception {
        var process =
                new ProcessBuilder(
                                chromium,
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--window-size=1300,1000",
                                "--allow-file-access-from-files",
                                "--dump-dom",
                                file.toUri().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            var dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return dom;
        } finally {
            process.destroy();
        }
    }

    private static Optional<String> chromium() {
        var folders = System.getenv().getOrDefault("PATH", "").split(":");
        return Arrays.stream(folders)
                .flatMap(
                        f ->
                                List.of(Path.of(f, "chromium"), Path.of(f, "chromium-browser"))
                                        .stream())
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
