package dev.keyline.iax.endpoint;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.message.Message;
import dev.keyline.iax.transfer.BrokerFigure;
import dev.keyline.iax.transfer.BrokerInput;
import dev.keyline.iax.transfer.BrokerLeg;
import dev.keyline.iax.transfer.BrokerStep;
import dev.keyline.iax.transfer.BrokerStep.Act;
import dev.keyline.iax.transfer.Pair;

/// Two calls of ours that are to become one without us.
final class Mediation {
    private final Conversation one;
    private final Conversation two;
    private final Pair pair;
    private final Detours detours;
    private BrokerLeg leg = new BrokerLeg.Asked();
    private long due = Long.MAX_VALUE;

    Mediation(Conversation one, Conversation two, Pair pair, Detours detours) {
        this.one = one;
        this.two = two;
        this.pair = pair;
        this.detours = detours;
    }

    void begin(long now) {
        due = now + BrokerFigure.PATIENCE;
        one.handover().mediated(this);
        two.handover().mediated(this);
        carryOut(BrokerFigure.ask(pair), now);
    }

    /// Whether the ends have been asked and nothing has come of it yet.
    boolean isUnderWay() {
        return leg instanceof BrokerLeg.Asked || leg instanceof BrokerLeg.HalfReady;
    }

    void heard(Conversation from, Message message, long now) {
        move(new BrokerInput.Heard(side(from), message), now);
    }

    void gone(Conversation which, long now) {
        move(new BrokerInput.Gone(side(which)), now);
    }

    void beat(long now) {
        if (due <= now) {
            move(new BrokerInput.TimeUp(), now);
        }
    }

    /// When [#beat] has something to do next.
    long next() {
        return isUnderWay() ? due : Long.MAX_VALUE;
    }

    private BrokerLeg.Side side(Conversation call) {
        return call == one ? BrokerLeg.Side.ONE : BrokerLeg.Side.TWO;
    }

    private void move(BrokerInput input, long now) {
        carryOut(BrokerFigure.next(leg, input, pair), now);
    }

    private void carryOut(BrokerStep step, long now) {
        leg = step.next();
        for (var act : step.acts()) {
            switch (act) {
                case Act.Say(var to, var message) ->
                        (to == BrokerLeg.Side.ONE ? one : two).say(message, now);
                case Act.Leave _ -> {
                    one.stepOut(two.peer(), now);
                    two.stepOut(one.peer(), now);
                }
                case Act.Tell(var event) -> {
                    one.office().tell(one, new CallEvent.Rerouted(event));
                    two.office().tell(two, new CallEvent.Rerouted(event));
                }
            }
        }
        detours.review(one);
        detours.review(two);
    }
}
