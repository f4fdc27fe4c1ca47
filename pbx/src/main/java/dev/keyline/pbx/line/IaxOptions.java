package dev.keyline.pbx.line;

import dev.keyline.pbx.conf.Problem;
import dev.keyline.pbx.conf.Section;
import dev.keyline.pbx.conf.Setting;
import dev.keyline.pbx.conf.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Every option that any Asterisk has read from `iax.conf`, and what becomes of it here. An option
/// without effect is said once in a load, an unknown one each time it stands.
public final class IaxOptions {
    /// What an option does.
    public enum Effect {
        WORKS(""),
        /// It belongs to something that is not there yet.
        LATER("is read and has no effect in this version"),
        /// It asks for what an implementation in C needs, or for what is never done here.
        NEEDLESS("is read and needs no effect here"),
        OBSOLETE("is obsolete and has no effect");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final Map<String, Effect> ALL = table();

    private IaxOptions() {}

    private static Map<String, Effect> table() {
        var all = new TreeMap<String, Effect>();
        put(
                all,
                Effect.WORKS,
                "type accountcode allow disallow auth bandwidth bindaddr bindport port"
                        + " calltokenexpiration calltokenoptional codecpriority"
                        + " encryption forceencryption"
                        + " lagrqtime language maxauthreq maxcallnumbers"
                        + " maxcallnumbers_nonvalidated pingtime delayreject context secret"
                        + " dbsecret inkeys outkey permit deny acl callerid fullname cid_number"
                        + " setvar requirecalltoken host defaultip username peercontext"
                        + " description sendani shrinkcallerid connectedline mohinterpret"
                        + " mohsuggest");
        put(
                all,
                Effect.WORKS, // limits of our own
                "allowguest authtimeout busypoll coalesce maxunacknowledged maxunproven"
                        + " noticespersecond numberrest"
                        + " pingspersecond signaturequeue signaturespersecond strangersperaddress"
                        + " socketbuffer strangerspersecond threads vnakpause");
        put(
                all,
                Effect.WORKS, // voice
                "forcejitterbuffer jitterbuffer jittertargetextra maxjitterbuffer"
                        + " maxjitterinterps resyncthreshold trunk trunkfreq trunkmaxsize trunkmtu"
                        + " trunktimestamps transfer maxtransfersperminute");
        put(
                all,
                Effect.WORKS, // dialplans that ask each other
                "immediate maxdialplananswers maxdialplanquestions");
        put(
                all,
                Effect.WORKS, // registration
                "autokill mailbox maxregexpire minregexpire qualify qualifyfreqnotok qualifyfreqok"
                        + " qualifysmoothing regcontext regexten register registerretry"
                        + " registerretrymax loginfailures loginsilence loginlog securitylog");
        put(
                all,
                Effect.LATER,
                "adsi amaflags mask"
                        + " parkinglot rtautoclear rtcachefriends"
                        + " rtignoreregexpire"
                        + " rtsavesysname rtupdate sourceaddress srvlookup"
                        + " subscribe_network_change_event timezone tos");
        put(
                all,
                Effect.NEEDLESS,
                "allowfwdownload authdebug cos iaxcompat iaxmaxthreadcount iaxthreadcount"
                        + " nochecksums");
        put(
                all,
                Effect.OBSOLETE,
                "notransfer mailboxdetail maxexcessbuffer minexcessbuffer dropcount"
                        + " jittershrinkrate keyrotate hasiax registeriax"
                        + " hasvoicemail");
        return Map.copyOf(all);
    }

    private static void put(Map<String, Effect> all, Effect effect, String names) {
        for (var name : names.split(" ", -1)) {
            all.put(name, effect);
        }
    }

    /// Every name, and what it does.
    public static Map<String, Effect> all() {
        return new TreeMap<>(ALL);
    }

    /// The first word of an option's name, for messages: in `secret open=sesame` the rest is none.
    public static String shown(Setting setting) {
        return setting.name().split("\\s", 2)[0];
    }

    /// Remarks on the options of these sections.
    static void remark(List<Section> sections, List<Problem> problems) {
        Set<String> said = new HashSet<>();
        for (var section : sections) {
            for (var setting : section.settings()) {
                var name = setting.name().toLowerCase(Locale.ROOT);
                var effect = ALL.get(name);
                if (effect == null) {
                    problems.add(
                            Problem.warning(
                                    setting.place(),
                                    "unknown option '"
                                            + shown(setting)
                                            + "'"
                                            + Words.nearest(name, all().keySet())
                                                    .map(near -> ", did you mean '" + near + "'?")
                                                    .orElse("")
                                            + "; it is left out"));
                } else if (effect != Effect.WORKS && said.add(name)) {
                    problems.add(Problem.notice(setting.place(), name + " " + effect.words()));
                }
            }
        }
    }
}
