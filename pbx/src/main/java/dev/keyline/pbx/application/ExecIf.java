package dev.keyline.pbx.application;

/// `ExecIf(condition?application(arguments)[:application(arguments)])`.
record ExecIf() implements Application {
    @Override
    public String name() {
        return "ExecIf";
    }

    @Override
    public Move begin(Errand errand, long now) {
        var choice = Choice.of(errand.text());
        var call = Choice.isTrue(choice.condition()) ? choice.yes() : choice.no();
        return call.isEmpty() ? Move.NEXT : execute(errand, call, now);
    }

    private static Move execute(Errand errand, String call, long now) {
        int open = call.indexOf('(');
        boolean closed = open > 0 && call.endsWith(")");
        var name = open < 0 ? call : call.substring(0, open);
        var inside = closed ? call.substring(open + 1, call.length() - 1) : "";
        var found = errand.office().application(name.strip());
        if (found.isEmpty()) {
            errand.warn("ExecIf: there is no application '" + name.strip() + "'; going on");
        }
        return found.map(application -> application.begin(errand.with(inside), now))
                .orElse(Move.NEXT);
    }
}
