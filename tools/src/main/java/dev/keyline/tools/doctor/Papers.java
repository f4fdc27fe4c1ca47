package dev.keyline.tools.doctor;

import dev.keyline.keys.ring.KeyRing;
import dev.keyline.pbx.conf.Conf;
import dev.keyline.pbx.conf.ConfReader;
import dev.keyline.pbx.control.FolderTexts;
import dev.keyline.pbx.control.Places;
import dev.keyline.pbx.doctor.Diagnosis;
import dev.keyline.pbx.doctor.Doctor;
import dev.keyline.pbx.doctor.Surroundings;
import dev.keyline.pbx.line.HeldKeys;
import dev.keyline.pbx.line.Lines;
import dev.keyline.pbx.line.LinesReader;
import dev.keyline.tools.serve.Folders;
import dev.keyline.tools.serve.KeptPasscodes;
import dev.keyline.tools.serve.Unservable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;

/// The files of one configuration, read once and never written.
///
/// @param keys with those unlocked that would be at a start with nobody at the keyboard
public record Papers(Places places, HeldKeys keys, Surroundings around) {

    /// Reads what an `asterisk.conf` points to.
    ///
    /// @param passcodes tried on locked keys
    /// @param here whether the exchange runs on this machine
    /// @throws Unservable when there is no such file, or it cannot be understood
    public static Papers of(Path main, KeptPasscodes passcodes, boolean here) throws Unservable {
        var folders = Folders.of(main);
        var places = folders.places();
        var dates = InstantSource.system();
        var keys = new HeldKeys(KeyRing.load(places.keys()), dates);
        for (var locked : keys.ring().locked()) {
            passcodes.tryOn(locked.name(), keys::unlock);
        }
        var around =
                new Surroundings(
                        dates.instant(),
                        new LookUps(),
                        here ? Machine.addresses() : Optional.empty(),
                        Machine.written(places.keys()),
                        Machine.openFiles(places.etc()),
                        folders.asksPasscodes());
        return new Papers(places, keys, around);
    }

    /// What is wrong with them.
    public Diagnosis examined() {
        return Doctor.examine(new FolderTexts(places.etc()), keys.ring(), around);
    }

    /// The sections of `iax.conf`; empty when it cannot be read.
    public Optional<Lines> lines() {
        return ConfReader.read("iax.conf", new FolderTexts(places.etc())) instanceof Conf.Usable iax
                ? Optional.of(LinesReader.read(iax, keys, new ArrayList<>()))
                : Optional.empty();
    }

    /// Where they lie, for a heading.
    public String words() {
        return places.etc() + ", keys in " + places.keys();
    }
}
