package dev.keyline.pbx.application;

import dev.keyline.iax.call.Cause;

/// `Dial(target[&target...][,timeout[,options]])`: calls all targets, joins the caller with the
/// first that answers, and tells in DIALSTATUS what became of it.
record Dial() implements Application {
    @Override
    public String name() {
        return "Dial";
    }

    @Override
    public Move begin(Errand errand, long now) {
        var arguments = errand.arguments();
        if (arguments.at(0).isEmpty()) {
            errand.warn("Dial needs somebody to call, such as Dial(IAX2/west/100)");
            errand.let("DIALSTATUS", "INVALIDARGS");
            return new Move.HangUp(Cause.NORMAL);
        }
        var options = DialOptions.parse(arguments.at(2));
        options.remarks().forEach(errand::notice);
        return new Dialling(errand, options, deadline(errand, now)).begin(now);
    }

    private static long deadline(Errand errand, long now) {
        // after ^ comes a limit for the time until PROGRESS, which nothing here waits for
        var text = errand.arguments().at(1).split("\\^", 2)[0];
        if (text.isEmpty()) {
            return Long.MAX_VALUE;
        }
        var time = Durations.seconds(text);
        if (time.isEmpty()) {
            errand.warn("'" + text + "' is no number of seconds; Dial waits without limit");
        }
        return time.map(t -> now + t).orElse(Long.MAX_VALUE);
    }
}
