// Adds up the test reports of all modules: skipped tests with their reasons, then one line of numbers.
// Usage: java .ci/Tally.java FAILED-STEPS

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

int passed = 0;
int failed = 0;
int skipped = 0;
final TreeSet<String> reasons = new TreeSet<>();

void main(String[] arguments) throws Exception {
    int brokenSteps = Integer.parseInt(arguments[0]);
    try (var modules = Files.newDirectoryStream(Path.of("."), Files::isDirectory)) {
        for (var module : modules) {
            count(module.resolve("target/surefire-reports"));
        }
    }
    reasons.forEach(IO::println);
    // A step that broke without a failed test still is a failure.
    failed = Math.max(failed, brokenSteps);
    IO.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
}

void count(Path reports) throws Exception {
    if (Files.isDirectory(reports)) {
        try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            for (var file : files) {
                var parsed = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
                each(parsed.getElementsByTagName("testcase"));
            }
        }
    }
}

void each(NodeList cases) {
    for (int i = 0; i < cases.getLength(); i++) {
        var test = (Element) cases.item(i);
        var skip = test.getElementsByTagName("skipped");
        if (skip.getLength() > 0) {
            skipped++;
            reasons.add("skipped " + name(test) + ": " + reason((Element) skip.item(0)));
        } else if (has(test, "failure") || has(test, "error")) {
            failed++;
        } else {
            passed++;
        }
    }
}

boolean has(Element test, String what) {
    return test.getElementsByTagName(what).getLength() > 0;
}

String name(Element test) {
    var type = test.getAttribute("classname");
    return type.substring(type.lastIndexOf('.') + 1) + "." + test.getAttribute("name");
}

String reason(Element skip) {
    var said = skip.hasAttribute("message") ? skip.getAttribute("message") : skip.getTextContent();
    var first = said.strip().lines().findFirst().orElse("no reason given");
    return first.replaceFirst(".*Assumption failed: ", "");
}
