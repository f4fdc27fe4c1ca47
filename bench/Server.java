import java.util.List;

/// One of those that are measured.
enum Server {
    KEYLINE("Keyline", true),
    ASTERISK("Asterisk", false),
    BARE_ECHO("bare echo", false);

    private final String title;
    private final boolean warms;

    Server(String title, boolean warms) {
        this.title = title;
        this.warms = warms;
    }

    String title() {
        return title;
    }

    /// Whether it gets better by a first run that does not count.
    boolean warms() {
        return warms;
    }

    boolean isThere(Stage stage) {
        return !command(stage).isEmpty();
    }

    /// How it is started; empty when it is not on this machine.
    List<String> command(Stage stage) {
        return switch (this) {
            case KEYLINE -> List.of(stage.keyline(), "run", "-C", stage.conf());
            case ASTERISK ->
                    stage.asterisk()
                            .map(it -> List.of(it, "-C", stage.conf(), "-f"))
                            .orElse(List.of());
            case BARE_ECHO ->
                    stage.compiled("echo")
                            .map(it -> List.of(it, Integer.toString(stage.port()), "1000"))
                            .orElse(List.of());
        };
    }

    /// Whom to call there: the bare echo knows neither users nor keys.
    String to(Scenario scenario, Stage stage) {
        var all = scenario.to().formatted("127.0.0.1:" + stage.port());
        return this == BARE_ECHO ? all.substring(all.indexOf('@') + 1) : all;
    }
}
