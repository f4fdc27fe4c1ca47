package dev.keyline.pbx.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The last time each account proved who it is, and with what: before an old key is taken away, one
/// sees here who still uses it.
final class Logins {
    private final Map<String, Login> last = new TreeMap<>();

    void note(Login login) {
        last.put(login.account(), login);
    }

    /// By name of account.
    List<Login> all() {
        return List.copyOf(last.values());
    }
}
